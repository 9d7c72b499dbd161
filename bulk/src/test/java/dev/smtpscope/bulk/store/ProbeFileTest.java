package dev.smtpscope.bulk.store;

import static dev.smtpscope.bulk.store.Things.endpoint;
import static dev.smtpscope.bulk.store.Things.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.bulk.row.Reports;
import dev.smtpscope.facts.EndpointFacts;
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
    return new ProbeFile(path, Disk.LOCAL, whole, trouble);
  }

  @Test
  void findsWhatWasAdded() throws Exception {
    try (ProbeFile probes = open(0)) {
      assertThat(probes.find(endpoint(1))).isEmpty();
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

  private static void assertFound(ProbeFile probes) {
    assertThat(probes.find(endpoint(1)))
        .containsExactly(new Recorded(facts(1), Optional.empty()), new Recorded(facts(1), SNI));
    assertThat(probes.find(endpoint(2))).containsExactly(new Recorded(facts(2), SNI));
    assertThat(probes.find(endpoint(3))).isEmpty();
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
        assertThat(again.find(facts.endpoint())).isNotEmpty();
      }
      assertThat(again.find(all.getFirst().endpoint()))
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
        assertThat(probes.find(endpoint(1))).hasSize(length < first ? 0 : 1);
        assertThat(probes.find(endpoint(2))).isEmpty();
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

      assertThat(probes.find(endpoint(1))).isEmpty();
      assertThatThrownBy(trouble::check).hasMessageStartingWith(path + " is damaged at octet 0");
    }
  }
}
