package dev.smtpscope;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.smtpscope.WorldAccess.CLOCK_READING;
import static dev.smtpscope.WorldAccess.NAME_LOOKUP;
import static dev.smtpscope.WorldAccess.SOCKETS_FILES_CLOCKS_THREADS;
import static dev.smtpscope.WorldAccess.THREAD_START;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Each rule finds each kind of what it forbids, and leaves honest code alone. */
class WorldAccessTest {
  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importClasses(WorldAccessTest.class.getDeclaredClasses());

  @Test
  void findsClockReading() {
    assertThat(offences(Clocks.class, CLOCK_READING)).isEqualTo(3);
    assertThat(offences(Honest.class, CLOCK_READING)).isZero();
  }

  @Test
  void findsNameLookup() {
    assertThat(offences(Names.class, NAME_LOOKUP)).isEqualTo(2);
    assertThat(offences(Honest.class, NAME_LOOKUP)).isZero();
  }

  @Test
  void findsThreadStarts() {
    assertThat(offences(Threads.class, THREAD_START)).isEqualTo(5);
    assertThat(offences(Honest.class, THREAD_START)).isZero();
  }

  @Test
  void findsSocketsAndFiles() {
    ArchRule rule = noClasses().should().dependOnClassesThat(SOCKETS_FILES_CLOCKS_THREADS);
    assertThat(offences(Sockets.class, rule)).isPositive();
    assertThat(offences(OpenFiles.class, rule)).isPositive();
    assertThat(offences(Honest.class, rule)).isZero();
  }

  private static int offences(Class<?> type, DescribedPredicate<JavaAccess<?>> predicate) {
    return offences(type, noClasses().should().accessTargetWhere(predicate));
  }

  private static int offences(Class<?> type, ArchRule rule) {
    return rule.evaluate(SAMPLES.that(belongToAnyOf(type))).getFailureReport().getDetails().size();
  }

  record Clocks() {
    List<Object> read() {
      return List.of(Instant.now(), LocalDate.now(ZoneOffset.UTC), System.nanoTime());
    }
  }

  record Names() {
    List<String> ask(InetAddress address) throws IOException {
      return List.of(
          address.getCanonicalHostName(), List.of(InetAddress.getAllByName("a")).toString());
    }
  }

  record Threads() {
    List<Object> start(Runnable task) {
      try (ExecutorService service = Executors.newVirtualThreadPerTaskExecutor()) {
        return List.of(
            service,
            new Thread(task),
            Thread.ofVirtual(),
            CompletableFuture.runAsync(task),
            List.of(task).parallelStream());
      }
    }
  }

  record Sockets() {
    void open() throws IOException {
      new Socket().close();
    }
  }

  record OpenFiles() {
    boolean look() {
      return Files.exists(Path.of("x"));
    }
  }

  record Honest(Instant at, InetAddress address) {
    String text() {
      return at.plusSeconds(1) + address.getHostAddress() + List.of(1).stream().count();
    }
  }
}
