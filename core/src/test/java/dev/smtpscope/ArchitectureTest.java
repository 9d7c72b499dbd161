package dev.smtpscope;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.smtpscope.WorldAccess.CLOCK_READING;
import static dev.smtpscope.WorldAccess.NAME_LOOKUP;
import static dev.smtpscope.WorldAccess.SOCKETS_FILES_CLOCKS_THREADS;
import static dev.smtpscope.WorldAccess.THREAD_START;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import dev.smtpscope.facts.Facts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house, held against its compiled classes. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .importUrl(Facts.class.getProtectionDomain().getCodeSource().getLocation());

  private static final String[] VALUES = rooms("facts", "target", "text");

  private static final String[] PURE =
      rooms("facts", "target", "text", "event", "judge", "report", "render", "json", "reference");

  private static final DescribedPredicate<JavaClass> VALUE_TYPES =
      resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.math..")
          .or(resideInAnyPackage("java.nio.charset", "org.jspecify.annotations"))
          .or(nameMatching("java\\.nio\\.(Byte|Char)Buffer"))
          .or(nameMatching("java\\.net\\.(Inet[46]?Address|UnknownHostException|URI.*)"))
          .or(nameMatching("java\\.io\\.(Serializable|UncheckedIOException|ByteArrayOutputStream)"))
          .or(nameMatching("javax\\.security\\.auth\\.x500\\.X500Principal"))
          .or(nameMatching("com\\.ibm\\.icu\\.text\\.IDNA.*"))
          .or(nameMatching("\\[+[ZBCSIJFD]"))
          .or(resideInAnyPackage(VALUES))
          .as("are values");

  @Test
  void factsAndTargetsAreMadeOfValues() {
    inRooms(VALUES).should().onlyDependOnClassesThat(VALUE_TYPES).check(HOUSE);
  }

  @Test
  void factsAreRecordsEnumsAndInterfacesBesideStaticHelpers() {
    inRooms(rooms("facts"))
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotRecords()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveOnlyPrivateConstructors()
        .check(HOUSE);
  }

  @Test
  void onlyProbesAndScansTouchTheWorld() {
    noneInRooms(PURE).should().dependOnClassesThat(SOCKETS_FILES_CLOCKS_THREADS).check(HOUSE);
  }

  @Test
  void onlyProbesAndScansReadTheClock() {
    noneInRooms(PURE).should().accessTargetWhere(CLOCK_READING).check(HOUSE);
  }

  @Test
  void onlyTheResolverLooksUpNames() {
    noneOutside(rooms("probe.resolve")).should().accessTargetWhere(NAME_LOOKUP).check(HOUSE);
  }

  /** The system's resolver cannot be interrupted: its call needs a thread to leave behind. */
  @Test
  void threadsAreStartedInTheScopeAndAroundTheSystemResolver() {
    noClasses()
        .that()
        .haveNameNotMatching(
            "dev\\.smtpscope\\.(scan\\.Scope|probe\\.resolve\\.SystemResolver)(\\$.*)?")
        .should()
        .accessTargetWhere(THREAD_START)
        .check(HOUSE);
  }

  @Test
  void probesKnowNothingOfWhatFollows() {
    noneInRooms(rooms("probe"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("scan", "judge", "report", "render", "json"))
        .check(HOUSE);
  }

  /** The numbers of TLS have names; what to think of them is not a probe's business. */
  @Test
  void probesKnowOfTheReferenceOnlyWhatTheNumbersOfTlsMean() {
    noneInRooms(rooms("probe"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.smtpscope.reference")
        .check(HOUSE);
  }

  @Test
  void helloesAreOctetsAlone() {
    noneInRooms(rooms("probe.hello"))
        .should()
        .dependOnClassesThat(SOCKETS_FILES_CLOCKS_THREADS)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bouncycastle..", "javax.net..", "javax.crypto..")
        .check(HOUSE);
  }

  @Test
  void judgementKnowsFactsAlone() {
    noneInRooms(rooms("judge"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("probe", "scan", "event", "report", "render", "json"))
        .check(HOUSE);
  }

  @Test
  void renderersReadReportsAlone() {
    noneInRooms(rooms("render"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms("probe", "scan", "judge.checks"))
        .check(HOUSE);
  }

  @Test
  void jsonIsOneRoomsBusiness() {
    noneOutside(rooms("json"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
        .check(HOUSE);
  }

  @Test
  void dnsIsOneRoomsBusiness() {
    noneOutside(rooms("probe.dns"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.xbill..")
        .check(HOUSE);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("dev.smtpscope.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void recordsHaveNoGetters() {
    noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .areRecords()
        .should()
        .haveNameMatching("get[A-Z].*")
        .check(HOUSE);
  }

  @Test
  void theCoreLeavesTheProcessAlone() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(HOUSE);
  }

  private static String[] rooms(String... names) {
    return Stream.of(names).map(name -> "dev.smtpscope." + name + "..").toArray(String[]::new);
  }

  private static GivenClassesConjunction inRooms(String... packages) {
    return classes().that().resideInAnyPackage(packages);
  }

  private static GivenClassesConjunction noneInRooms(String... packages) {
    return noClasses().that().resideInAnyPackage(packages);
  }

  private static GivenClassesConjunction noneOutside(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages);
  }
}
