package dev.smtpscope.bulk.input;

import static dev.smtpscope.bulk.input.Lists.octets;
import static dev.smtpscope.bulk.input.Lists.read;
import static dev.smtpscope.bulk.input.Lists.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetInputTest {
  @TempDir Path folder;

  @Test
  void readsOneTargetALine() throws Exception {
    assertThat(
            shown(
                read(
                    "example.org\n\n# no\n  \t\n mx.example.net:587 \n[2001:db8::1]\nlast.example")))
        .containsExactly("1 example.org", "5 mx.example.net", "6 2001:db8::1", "7 last.example");
  }

  @Test
  void readsMarksAndLineEndsOfWindows() throws Exception {
    assertThat(shown(read("\uFEFFexample.org\r\nexample.net\r\n\r\n# a\r\nexample.com")))
        .containsExactly("1 example.org", "2 example.net", "5 example.com");
  }

  @Test
  void tellsWhatIsWrongWithALine() throws Exception {
    List<Entry> entries = read("good.example\nbad host\n1,example.org\nmail.example.org:99999\n");

    assertThat(shown(entries).getFirst()).isEqualTo("1 good.example");
    assertThat(shown(entries).get(1)).startsWith("2 ! bad host ! 'bad host' is not a host");
    assertThat(shown(entries).get(2)).startsWith("3 ! 1,example.org ! ").endsWith("--column");
    assertThat(shown(entries).get(3)).contains("4 ! ", "no valid port");
  }

  @Test
  void rejectsLinesThatAreTooLongWithoutKeepingThem() throws Exception {
    String text =
        "a.example\n" + "x".repeat(10_000_000) + "\nb.example\n" + "y".repeat(4097) + "\n";

    List<Entry> entries = read(text);

    assertThat(shown(entries).get(0)).isEqualTo("1 a.example");
    assertThat(shown(entries).get(1)).hasSizeLessThan(400).endsWith("longer than 4096 octets");
    assertThat(shown(entries).get(2)).isEqualTo("3 b.example");
    assertThat(shown(entries).get(3)).startsWith("4 ! yyy").endsWith("longer than 4096 octets");
    assertThat(entries).hasSize(4);
  }

  @Test
  void takesAnyOctetsForWhatTheyAre() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      byte[] junk = new byte[5000];
      new Random(seed).nextBytes(junk);
      byte[] list = Lists.joined(octets("a.example\n"), junk, octets("\nz.example\n"));

      List<Entry> entries = read(list, Optional.empty());

      assertThat(shown(entries)).startsWith("1 a.example");
      assertThat(shown(entries).getLast()).endsWith(" z.example");
      assertThat(entries).allSatisfy(TargetInputTest::isHarmless);
    }
  }

  private static void isHarmless(Entry entry) {
    if (entry instanceof Entry.Rejected(long _, String text, String why)) {
      assertThat((text + why).chars()).allMatch(c -> c >= 0x20 && c != 0x7f);
      assertThat(text).hasSizeLessThanOrEqualTo(Entry.Rejected.LONGEST_TEXT);
    }
  }

  @Test
  void numbersLinesWhateverTheirLengths() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      StringBuilder expected = new StringBuilder();
      for (int line = 1; line <= 300; line++) {
        switch (random.nextInt(4)) {
          case 0 -> text.append("#").append("c".repeat(random.nextInt(3000)));
          case 1 -> text.append(" ".repeat(random.nextInt(3)));
          default -> {
            text.append("h").append(line).append(".example");
            expected.append(line).append(" h").append(line).append(".example\n");
          }
        }
        text.append(random.nextBoolean() ? "\n" : "\r\n");
      }

      assertThat(String.join("\n", shown(read(text.toString()))) + "\n")
          .as("seed %d", seed)
          .isEqualTo(expected.toString());
    }
  }

  @Test
  void tellsHowFarItIsInAFileThatIsReadAhead() throws Exception {
    for (boolean packed : List.of(false, true)) {
      byte[] list = octets("example.org\n".repeat(1000));
      Path file = folder.resolve("list-" + packed);
      Files.write(file, packed ? Lists.gzip(list) : list);
      try (TargetInput input = TargetInput.ofFile(file, Lists.PARSER, Optional.empty())) {
        assertThat(input.octetsUsed()).isZero();
        for (int i = 0; i < 250; i++) {
          assertThat(input.next()).isPresent();
        }
        assertThat(input.octetsUsed()).isEqualTo(Math.round(Files.size(file) / 4.0));
        assertThat(input.octetsRead()).isEqualTo(Files.size(file));
      }
    }
  }

  @Test
  void countsAndDigestsTheFile() throws Exception {
    Path file = folder.resolve("list");
    Files.write(file, Lists.gzip(octets("example.org\n".repeat(10_000))));

    try (TargetInput input = TargetInput.ofFile(file, Lists.PARSER, Optional.empty())) {
      while (input.next().isPresent()) {
        assertThat(input.octetsRead()).isLessThanOrEqualTo(Files.size(file));
      }

      assertThat(input.size()).contains(Files.size(file));
      assertThat(input.octetsRead()).isEqualTo(Files.size(file));
      assertThat(input.lines()).isEqualTo(10_000);
      assertThat(input.sha256())
          .isEqualTo(
              com.google.common.hash.Hashing.sha256()
                  .hashBytes(Files.readAllBytes(file))
                  .toString());
    }
  }

  @Test
  void tellsWhatIsNotAList() {
    assertThatThrownBy(() -> file(folder)).hasMessageContaining("is a folder; name a file");
    assertThatThrownBy(() -> file(folder.resolve("none")))
        .hasMessageEndingWith("none does not exist");
    assertThatThrownBy(() -> read(octets("PK\3\4..."), Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessage("list is a zip archive; give UTF-8 text, as it is or packed with gzip or zstd");
    assertThatThrownBy(
            () -> read("example.org\n".getBytes(StandardCharsets.UTF_16), Optional.empty()))
        .hasMessageContaining("is UTF-16 text");
  }

  private static void file(Path file) throws Exception {
    TargetInput.ofFile(file, Lists.PARSER, Optional.empty()).close();
  }

  @Test
  void readsAMillionBadLinesAndKeepsNone() throws Exception {
    byte[] line = octets("this is no host\n");
    RepeatingStream in = new RepeatingStream(line, 1_000_000);
    long rejected = 0;
    try (TargetInput input = TargetInput.ofStream("list", in, Lists.PARSER, Optional.empty())) {
      for (Optional<Entry> e = input.next(); e.isPresent(); e = input.next()) {
        rejected += e.get() instanceof Entry.Rejected ? 1 : 0;
      }
    }

    assertThat(rejected).isEqualTo(1_000_000);
  }

  @Test
  void readsAStreamThatGivesLittleAtATime() throws Exception {
    byte[] packed =
        Lists.joined(Lists.gzip(octets("a.example\nb.exa")), Lists.gzip(octets("mple\n")));
    List<Entry> entries = new java.util.ArrayList<>();

    Lists.readInto(
        entries,
        new ByteArrayInputStream(packed) {
          @Override
          public synchronized int read(byte[] out, int offset, int length) {
            return super.read(out, offset, Math.min(length, 1));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        },
        Optional.empty());

    assertThat(shown(entries)).containsExactly("1 a.example", "2 b.example");
  }
}
