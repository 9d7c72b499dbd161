package dev.smtpscope.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;

class DnssecAnchorsTest {
  private static final String ISLAND =
      "example. 3600 IN DS 4711 13 2 " + "5a".repeat(32) + " ; a comment\n";

  @TempDir Path directory;

  /** The tags that IANA publishes for its keys of 2017 and 2024. */
  @Test
  void theRootsKeysAreBuiltIn() {
    assertThat(DnssecAnchors.root().records())
        .extracting(anchor -> ((DSRecord) anchor).getFootprint())
        .containsExactly(20326, 38696);
  }

  @Test
  void anIslandIsAddedToTheRoot() throws IOException {
    DnssecAnchors anchors = DnssecAnchors.of(file(ISLAND));

    assertThat(anchors.records()).hasSize(3);
    assertThat(anchors.above(name("mx.example."))).contains(name("example."));
    assertThat(anchors.above(name("mx.test."))).contains(Name.root);
  }

  @Test
  void anotherRootReplacesTheRoot() throws IOException {
    assertThat(DnssecAnchors.of(file(ISLAND.replace("example.", "."))).records()).hasSize(1);
  }

  @Test
  void badFilesAreAnsweredInOneLine() throws IOException {
    assertRefused(file("; nothing\n"), "no trust anchor in it");
    assertRefused(file("example. IN DS what\n"), "not in zone file form");
    assertRefused(directory.resolve("none"), "cannot be read");
  }

  private void assertRefused(Path file, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DnssecAnchors.of(file))
        .withMessageContaining(file + ": " + message)
        .withMessageNotContaining("\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("anchors"), text);
  }

  private static Name name(String text) {
    return Name.fromConstantString(text);
  }
}
