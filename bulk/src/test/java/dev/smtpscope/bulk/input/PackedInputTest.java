package dev.smtpscope.bulk.input;

import static dev.smtpscope.bulk.input.Lists.gzip;
import static dev.smtpscope.bulk.input.Lists.joined;
import static dev.smtpscope.bulk.input.Lists.octets;
import static dev.smtpscope.bulk.input.Lists.read;
import static dev.smtpscope.bulk.input.Lists.shown;
import static dev.smtpscope.bulk.input.Lists.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedInputTest {
  @Test
  void readsAllPartsOfPackedFiles() throws Exception {
    byte[] one = octets("a.example\nb.exam");
    byte[] two = octets("ple\nc.example\n");

    for (byte[] list :
        List.of(
            joined(gzip(one), gzip(two)),
            joined(gzip(one), gzip(new byte[0]), gzip(two), new byte[512]),
            joined(zstd(one), zstd(two)),
            joined(skippable(), zstd(one), skippable(), zstd(two)))) {
      assertThat(shown(read(list, Optional.empty())))
          .containsExactly("1 a.example", "2 b.example", "3 c.example");
    }
  }

  private static byte[] skippable() {
    return new byte[] {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
  }

  @Test
  void readsHeadersWithAllTheirFields() throws Exception {
    byte[] plain = gzip(octets("a.example\n"));
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2
    };
    byte[] list = joined(header, Arrays.copyOfRange(plain, 10, plain.length));

    assertThat(shown(read(list, Optional.empty()))).containsExactly("1 a.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void keepsWhatStandsBeforeTheBreak(String kind) throws Exception {
    byte[] whole = packed(kind, hosts(500));
    for (int length = 4; length < whole.length; length += 7) {
      byte[] torn = Arrays.copyOf(whole, length);
      List<Entry> entries = new ArrayList<>();

      assertThatThrownBy(
              () -> Lists.readInto(entries, new ByteArrayInputStream(torn), Optional.empty()))
          .as("length %d", length)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("list ends in the middle of its packed data; is it complete?");
      for (int i = 0; i < entries.size(); i++) {
        assertThat(shown(entries).get(i)).isEqualTo(i + 1 + " h" + i + ".example");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void noticesDamage(String kind) throws Exception {
    byte[] whole = packed(kind, hosts(500));
    int begin = kind.equals("gzip") ? 10 : 4;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] damaged = whole.clone();
      damaged[begin + random.nextInt(whole.length - begin)] ^= (byte) (1 << random.nextInt(8));

      try {
        assertThat(read(damaged, Optional.empty())).isEqualTo(read(whole, Optional.empty()));
      } catch (InputException e) {
        assertThat(e).hasMessageStartingWith("list ");
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  @Test
  void noticesWhatFollowsPackedData() throws Exception {
    byte[] list = joined(gzip(octets("a.example\n")), octets("b.example\n"));
    List<Entry> entries = new ArrayList<>();

    assertThatThrownBy(
            () -> Lists.readInto(entries, new ByteArrayInputStream(list), Optional.empty()))
        .hasMessage("list has damaged gzip data: what follows is no gzip data (after line 1)");
    assertThat(shown(entries)).containsExactly("1 a.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void readsBombsInBoundedMemory(String kind) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packing(kind, out)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        packing.write(zeros);
      }
      packing.write(octets("\nlast.example\n"));
    }

    List<Entry> entries = read(out.toByteArray(), Optional.empty());

    assertThat(entries).hasSize(2);
    assertThat(shown(entries).getFirst()).endsWith("longer than 4096 octets");
    assertThat(shown(entries).getLast()).isEqualTo("2 last.example");
  }

  private static byte[] hosts(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("h").append(i).append(".example\n");
    }
    return octets(text.toString());
  }

  private static byte[] packed(String kind, byte[] octets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packing(kind, out)) {
      packing.write(octets);
    }
    return out.toByteArray();
  }

  private static OutputStream packing(String kind, OutputStream out) throws IOException {
    return kind.equals("gzip")
        ? new GZIPOutputStream(out)
        : new ZstdOutputStreamNoFinalizer(out).setChecksum(true);
  }
}
