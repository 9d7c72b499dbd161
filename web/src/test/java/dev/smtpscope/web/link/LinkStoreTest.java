package dev.smtpscope.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.Route;
import dev.smtpscope.judge.Profiles;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkStoreTest {
  private static final TrustAnchors ANCHORS = TrustAnchors.of("none", List.of());
  private static final Instant BEGIN = Instant.parse("2026-05-01T10:00:00Z");

  @TempDir private Path folder;
  private Path file;
  private Instant now = BEGIN;
  private LinkStore store;

  @BeforeEach
  void open() {
    file = folder.resolve("data").resolve("links.db");
    store = store(LinkLimits.STANDARD);
  }

  private LinkStore store(LinkLimits limits) {
    return new LinkStore(file, limits, ANCHORS, () -> now);
  }

  @Test
  void isNoFileUntilSomethingIsKept() {
    assertThat(store.find(Secret.random())).isEmpty();
    assertThat(store.delete(Secret.random(), Secret.random())).isFalse();
    assertThat(file).doesNotExist();
    kept(store);
    assertThat(file).exists();
  }

  @Test
  void isReadableByItsOwnerAlone() throws Exception {
    kept(store);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void givesBackTheReportWithTheRulesOfThen() throws Exception {
    Report report = report("strict");
    Keeping.Kept kept = (Keeping.Kept) store.keep(report, Expiry.DAY);
    KeptReport found = store(LinkLimits.STANDARD).find(kept.id()).orElseThrow();
    assertThat(found.report().facts()).isEqualTo(report.facts());
    assertThat(found.report().rules().profile()).isEqualTo("strict");
    assertThat(found.expires()).isEqualTo(BEGIN.plus(Duration.ofDays(1)));
  }

  @Test
  void forgetsWhatExpired() {
    Keeping.Kept kept = kept(store);
    now = kept.expires().minusSeconds(1);
    assertThat(store.find(kept.id())).isPresent();
    now = kept.expires();
    assertThat(store.find(kept.id())).isEmpty();
  }

  @Test
  void makesRoomByWhatExpired() {
    LinkStore small = store(new LinkLimits(1, 1 << 20, 1 << 20));
    kept(small);
    assertThat(small.keep(report("smtpscope"), Expiry.DAY)).isInstanceOf(Keeping.Refused.class);
    now = now.plus(Duration.ofDays(2));
    kept(small);
  }

  @Test
  void keepsNoMoreThanItsBounds() {
    assertThat(store(new LinkLimits(9, 10, 1 << 20)).keep(report("smtpscope"), Expiry.DAY))
        .isInstanceOf(Keeping.Refused.class);
    assertThat(store(new LinkLimits(9, 1 << 20, 10)).keep(report("smtpscope"), Expiry.DAY))
        .isInstanceOf(Keeping.Refused.class);
  }

  @Test
  void deletesByItsOwnKeyOnly() {
    Keeping.Kept one = kept(store);
    Keeping.Kept other = kept(store);
    assertThat(store.delete(one.id(), other.key())).isFalse();
    assertThat(store.find(one.id())).isPresent();
    assertThat(store.delete(one.id(), one.key())).isTrue();
    assertThat(store.find(one.id())).isEmpty();
    assertThat(store.find(other.id())).isPresent();
  }

  @Test
  void doesNotStoreTheKey() throws Exception {
    Keeping.Kept kept = kept(store);
    for (String name : new String[] {"links.db", "links.db-wal"}) {
      Path part = file.resolveSibling(name);
      if (Files.exists(part)) {
        String bytes = new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(kept.key().value());
      }
    }
    assertThat(kept.toString()).doesNotContain(kept.key().value());
  }

  @Test
  void takesManyWritersAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Keeping.Kept> task = () -> kept(store);
      List<Future<Keeping.Kept>> all =
          threads.invokeAll(IntStream.range(0, 30).mapToObj(i -> task).toList());
      for (Future<Keeping.Kept> one : all) {
        assertThat(store.find(one.get().id())).isPresent();
      }
    }
  }

  private static Keeping.Kept kept(LinkStore store) {
    return (Keeping.Kept) store.keep(report("smtpscope"), Expiry.DAY);
  }

  private static Report report(String profile) {
    try {
      Target target = new TargetParser(TargetParser.Overrides.NONE).parse("mail.example.org");
      Facts facts =
          new Facts(
              Facts.SCHEMA,
              BEGIN,
              target,
              Optional.of("probe.example.net"),
              route(target),
              List.of(),
              NameRecords.NONE,
              Duration.ofMillis(4),
              false);
      return Report.of(facts, Profiles.named(profile, ANCHORS).orElseThrow());
    } catch (dev.smtpscope.target.InvalidTargetException e) {
      throw new AssertionError(e);
    }
  }

  private static Route route(Target target) {
    Lookup none = new Lookup.NotFound("no such name", Duration.ofMillis(3));
    AddressChoice nothing = new AddressChoice(List.of(), List.of(), "");
    return Route.to(
        MailHost.of(target.name(), target.services(), none, nothing), "it was given as a host");
  }
}
