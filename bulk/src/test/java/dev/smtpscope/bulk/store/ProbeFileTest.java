package dev.smtpscope.bulk.store;

import static dev.smtpscope.bulk.store.Things.endpoint;
import static dev.smtpscope.bulk.store.Things.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.bulk.probe.Seen;
import dev.smtpscope.bulk.row.Reports;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.NameMatcher;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeFileTest {
  private static final Optional<String> SNI = Optional.of("mx.example");

  @TempDir Path folder;
  private Path path;
  private Trouble trouble;

  @BeforeEach
  void name() {
    path = folder.resolve("probes.zst");
    trouble = new Trouble(folder);
  }

  private ProbeFile open(long whole) throws Exception {
    return new ProbeFile(path, Disk.LOCAL, whole, trouble, ProbeFile.CACHED_OCTETS);
  }

  private ProbeFile openWithoutCache() throws Exception {
    return new ProbeFile(path, Disk.LOCAL, 0, trouble, 0);
  }

  @Test
  void findsWhatWasAdded() throws Exception {
    try (ProbeFile probes = open(0)) {
      assertThat(found(probes, 1)).isEmpty();
      probes.add(facts(1), Optional.empty());
      probes.add(facts(2), SNI);
      probes.add(facts(1), SNI);
      probes.add(facts(1), SNI);
      assertFound(probes);
    }
    try (ProbeFile again = open(Files.size(path))) {
      assertFound(again);
    }
  }

  /** Those of facts that hold whatever name TLS asks for. */
  private static List<Recorded> found(ProbeFile probes, int endpoint) {
    return probes.find(endpoint(endpoint), Optional.empty());
  }

  private static void assertFound(ProbeFile probes) {
    assertThat(found(probes, 1))
        .containsExactly(new Recorded(facts(1), Optional.empty()), new Recorded(facts(1), SNI));
    assertThat(found(probes, 2)).containsExactly(new Recorded(facts(2), SNI));
    assertThat(found(probes, 3)).isEmpty();
  }

  @Test
  void realFactsComeBackExactly() throws Exception {
    List<EndpointFacts> all = new ArrayList<>();
    for (String name : Reports.NAMES) {
      all.addAll(Reports.of(name).facts().endpoints());
    }
    try (ProbeFile probes = open(0)) {
      all.forEach(facts -> probes.add(facts, SNI));
    }
    try (ProbeFile again = open(0)) {
      for (EndpointFacts facts : all) {
        assertThat(again.find(facts.endpoint(), SNI)).isNotEmpty();
      }
      assertThat(again.find(all.getFirst().endpoint(), SNI))
          .first()
          .isEqualTo(new Recorded(all.getFirst(), SNI));
    }
  }

  @Test
  void whatWasTornIsCutOff() throws Exception {
    try (ProbeFile probes = open(0)) {
      probes.add(facts(1), SNI);
    }
    long first = Files.size(path);
    try (ProbeFile probes = open(0)) {
      probes.add(facts(2), SNI);
    }
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      try (ProbeFile probes = open(0)) {
        assertThat(found(probes, 1)).hasSize(length < first ? 0 : 1);
        assertThat(found(probes, 2)).isEmpty();
        assertThat(Files.size(path)).isEqualTo(length < first ? 0 : first);
      }
    }
  }

  @Test
  void damageToWhatWasOnTheDiskIsTold() throws Exception {
    try (ProbeFile probes = open(0)) {
      probes.add(facts(1), SNI);
      probes.add(facts(2), SNI);
      assertThat(probes.sync()).isEqualTo(Files.size(path));
    }
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(path, damaged);
      assertThatThrownBy(() -> open(whole.length).close())
          .isInstanceOf(ScanFolderException.class)
          .hasMessageStartingWith(path + " is damaged at octet ");
    }
  }

  @Test
  void damageWhileTheScanRunsIsTold() throws Exception {
    try (ProbeFile probes = open(0)) {
      probes.add(facts(1), SNI);
    }
    try (ProbeFile probes = open(0);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(ProbeRecord.HEADER + 9);
      int octet = file.read();
      file.seek(ProbeRecord.HEADER + 9);
      file.write(octet ^ 1);

      assertThat(found(probes, 1)).isEmpty();
      assertThatThrownBy(trouble::check).hasMessageStartingWith(path + " is damaged at octet 0");
    }
  }

  @Test
  void whatWasTurnedAwayUnderOneNameIsNotFoundForAnother() throws Exception {
    try (ProbeFile probes = open(0)) {
      probes.add(turnedAway(), SNI);

      assertThat(probes.find(endpoint(1), Optional.of("other.example"))).isEmpty();
      assertThat(probes.find(endpoint(1), SNI)).hasSize(1);
    }
  }

  @Test
  void ofManyUnderOneAddressOnlyThoseAreReadThatMayHold() throws Exception {
    int many = 50;
    List<Long> ends = new ArrayList<>();
    try (ProbeFile probes = open(0)) {
      for (int i = 0; i < many; i++) {
        probes.add(turnedAway(), Optional.of("mx" + i + ".example"));
        ends.add(probes.sync());
      }
    }
    try (ProbeFile probes = openWithoutCache();
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      assertThat(probes.find(endpoint(1), Optional.of("other.example"))).isEmpty();
      for (int i = 0; i < many; i++) {
        if (i != 17) {
          file.seek(ends.get(i) - 1);
          int last = file.read();
          file.seek(ends.get(i) - 1);
          file.write(last ^ 1);
        }
      }
      assertThat(probes.find(endpoint(1), Optional.of("mx17.example")))
          .containsExactly(new Recorded(turnedAway(), Optional.of("mx17.example")));
      assertThat(probes.find(endpoint(1), Optional.of("another.example"))).isEmpty();
      probes.add(turnedAway(), Optional.of("new.example"));
      assertThat(probes.find(endpoint(1), Optional.of("new.example"))).hasSize(1);
      trouble.check();
      assertThat(probes.find(endpoint(1), Optional.of("mx18.example"))).isEmpty();
      assertThatThrownBy(trouble::check).hasMessageContaining(" is damaged at octet ");
    }
  }

  @Test
  void aCrowdIsSearchedAsOneByOne() throws Exception {
    List<EndpointFacts> seen = new ArrayList<>();
    for (String report : Reports.NAMES) {
      Reports.of(report).facts().endpoints().stream()
          .filter(facts -> facts.session().isPresent())
          .forEach(facts -> seen.add(facts.at(endpoint(1))));
    }
    List<Optional<String>> names = new ArrayList<>(List.of(Optional.empty()));
    for (EndpointFacts facts : seen) {
      for (String name : covered(facts)) {
        names.add(Optional.of(name.replace("*", "any")));
        names.add(Optional.of(name.replace("*", "any.any")));
        names.add(Optional.of("sub." + name.replace("*.", "")));
      }
    }
    for (int i = 0; i < seen.size(); i++) {
      names.add(Optional.of("sni" + i + ".example"));
    }
    assertThat(names).hasSizeGreaterThan(10);
    List<Recorded> added = new ArrayList<>();
    try (ProbeFile probes = open(0)) {
      for (int i = 0; i < 12; i++) {
        add(probes, added, turnedAway(), "mx" + i + ".example");
      }
      assertFoundAlike(probes, added, names);
      for (EndpointFacts facts : seen) {
        add(probes, added, facts, "sni" + seen.indexOf(facts) + ".example");
        assertFoundAlike(probes, added, names);
      }
      assertThat(names).anyMatch(name -> !probes.find(endpoint(1), name).isEmpty());
      add(probes, added, facts(1), "last.example");
      assertFoundAlike(probes, added, names);
      assertThat(names).noneMatch(name -> probes.find(endpoint(1), name).isEmpty());
    }
  }

  private static void add(
      ProbeFile probes, List<Recorded> added, EndpointFacts facts, String name) {
    Recorded recorded = new Recorded(facts, Optional.of(name));
    probes.add(facts, recorded.sni());
    if (added.stream().noneMatch(known -> known.sni().equals(recorded.sni()))) {
      added.add(recorded);
    }
  }

  private static void assertFoundAlike(
      ProbeFile probes, List<Recorded> added, List<Optional<String>> names) {
    for (Optional<String> name : names) {
      List<Recorded> all = added.stream().filter(seen -> seen.isFor(name)).toList();
      List<Recorded> found = probes.find(endpoint(1), name);
      assertThat(all).as(name.toString()).containsAll(found);
      assertThat(found.stream().findFirst())
          .as(name.toString())
          .isEqualTo(all.stream().findFirst());
      assertThat(found.stream().filter(seen -> seen.sni().equals(name)))
          .containsExactlyElementsOf(all.stream().filter(seen -> seen.sni().equals(name)).toList());
    }
  }

  private static List<String> covered(EndpointFacts facts) {
    return facts
        .session()
        .flatMap(TlsSession::leaf)
        .flatMap(PeerCertificate::details)
        .map(NameMatcher::dnsNames)
        .orElseGet(List::of);
  }

  /** What depends on the name that TLS asks for. */
  private static EndpointFacts turnedAway() {
    return Seen.facts(
        endpoint(1),
        new DialOutcome.Connected(),
        new Answer.NotAsked("no"),
        new TlsOutcome.Failed(
            new HandshakeFailure.AlertReceived(new TlsAlert(112, "unrecognized_name")),
            Optional.empty(),
            List.of()));
  }
}
