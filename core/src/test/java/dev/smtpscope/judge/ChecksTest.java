package dev.smtpscope.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds the list of checks, the classes and the pages against one another. With the environment
 * variable {@code SMTPSCOPE_UPDATE} the index and the configuration lines of the pages are written
 * anew.
 */
class ChecksTest {
  private static final boolean UPDATE = System.getenv("SMTPSCOPE_UPDATE") != null;

  @Test
  void idsAreUniqueAndInKebabCase() {
    List<String> ids = Checks.ALL.stream().map(Check::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)*"));
  }

  @Test
  void titlesAreQuestions() {
    assertThat(Checks.ALL).allMatch(check -> check.title().matches("[A-Z].{5,70}\\?"));
  }

  @Test
  void everyCheckClassIsListed() {
    List<String> classes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.smtpscope.judge.checks")
                .stream()
                .filter(type -> type.isAssignableTo(Check.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .toList();

    assertThat(Checks.ALL.stream().map(check -> check.getClass().getName()).distinct())
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  @Test
  void everyCheckHasAPageAndEveryPageACheck() throws IOException {
    assertThat(CheckPages.ids())
        .containsExactlyInAnyOrderElementsOf(Checks.ALL.stream().map(Check::id).toList());
  }

  @Test
  void pagesHaveTheirHeadings() throws IOException {
    for (Check check : Checks.ALL) {
      String prose = Files.readString(CheckPages.of(check)).replaceAll("(?s)```.*?```", "");
      assertThat(prose.lines().filter(l -> l.startsWith("#")))
          .as(check.id())
          .containsExactly(
              "# " + check.id(),
              "## What it does",
              "## Why it matters",
              "## How to fix",
              "## References");
      assertThat(prose).contains("\n" + check.title() + "\n");
    }
  }

  @Test
  void pagesRepeatTheLinesOfTheRemedies() throws IOException {
    for (Check check : Checks.ALL) {
      Path file = CheckPages.of(check);
      hold(file, CheckPages.page(check, Files.readString(file)));
    }
  }

  @Test
  void theIndexListsEveryCheck() throws IOException {
    hold(CheckPages.INDEX, CheckPages.index(Files.readString(CheckPages.INDEX)));
  }

  @Test
  void remediesForOneServerHelpTheOthersToo() {
    for (Check check : Checks.ALL) {
      List<String> products =
          check.remedies().stream()
              .flatMap(r -> r.all().stream())
              .map(Fix.Configuration::software)
              .toList();
      assertThat(products.contains("Exim") && !products.contains("Postfix"))
          .as(check.id() + " helps Exim, but not Postfix")
          .isFalse();
    }
  }

  private static void hold(Path file, String expected) throws IOException {
    if (UPDATE) {
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file)).as(file.toString()).isEqualTo(expected);
  }
}
