package dev.smtpscope.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

class WebArchitectureTest {
  private static final String ROOT = "dev.smtpscope.web";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void checksKnowNothingOfTheWeb() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".check..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".http..",
            ROOT + ".api..",
            ROOT + ".page..",
            ROOT + ".metrics..",
            "io.javalin..",
            "jakarta.servlet..",
            "org.eclipse.jetty..")
        .check(CLASSES);
  }

  @Test
  void theDoorKnowsNothingOfTheRooms() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT, ROOT + ".api..", ROOT + ".page..", ROOT + ".metrics..", ROOT + ".check..")
        .check(CLASSES);
  }

  @Test
  void onlyCoreKnowsTheJsonLibrary() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingIsPrinted() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void threadsStartInFewPlaces() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".check.CheckService")
        .and()
        .resideOutsideOfPackage(ROOT + ".api..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread$Builder")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .check(CLASSES);
  }
}
