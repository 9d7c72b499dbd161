package dev.smtpscope.bulk.input;

import static dev.smtpscope.bulk.input.Lists.csv;
import static dev.smtpscope.bulk.input.Lists.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvInputTest {
  @Test
  void findsTheColumnByItsName() throws Exception {
    assertThat(
            shown(
                csv(
                    "\uFEFFrank, Domain ,note\r\n1,a.example,x\r\n\r\n2,\"b.example\",\"y,z\"\r\n",
                    "domain")))
        .containsExactly("2 a.example", "4 b.example");
  }

  @Test
  void findsTheColumnByItsNumber() throws Exception {
    assertThat(shown(csv("1,a.example\n2,b.example", "2")))
        .containsExactly("1 a.example", "2 b.example");
  }

  @Test
  void readsLineBreaksInQuotes() throws Exception {
    assertThat(shown(csv("note,host\n\"one\n\n\"\"two\"\"\r\n\",a.example\nx,b.example\n", "host")))
        .containsExactly("2 a.example", "6 b.example");
  }

  @Test
  void tellsWhatIsWrongWithARecord() throws Exception {
    List<String> entries = shown(csv("n,host\n1\n2,\n3,bad host\n4,\"a\"b\n5,c.example\n", "host"));

    assertThat(entries.get(0)).isEqualTo("2 ! 1 ! the record has no column 2");
    assertThat(entries.get(1)).startsWith("3 ! 2, ! the target is empty");
    assertThat(entries.get(2)).startsWith("4 ! 3,bad host ! 'bad host' is not a host");
    assertThat(entries.get(3)).startsWith("5 ! 4,\"a\"b ! a quote is not closed");
    assertThat(entries.get(4)).isEqualTo("6 c.example");
  }

  @Test
  void anOpenQuoteSpoilsItsLineOnly() throws Exception {
    StringBuilder text = new StringBuilder("1,\"open\n");
    for (int i = 2; i <= 20_000; i++) {
      text.append(i).append(",h").append(i).append(".example\n");
    }
    text.append("1,\"open");

    List<String> entries = shown(csv(text.toString(), "2"));

    assertThat(entries).hasSize(20_001);
    assertThat(entries.getFirst()).startsWith("1 ! 1,\"open ! a quote is not closed");
    assertThat(entries.get(1)).isEqualTo("2 h2.example");
    assertThat(entries.get(19_999)).isEqualTo("20000 h20000.example");
    assertThat(entries.getLast()).startsWith("20001 ! 1,\"open");
  }

  @Test
  void tellsWhichColumnsThereAre() {
    assertThatThrownBy(() -> csv("rank,host\n1,a.example\n", "domain"))
        .isInstanceOf(InputException.class)
        .hasMessage("list has no column 'domain'; its first line names rank, host");
    assertThatThrownBy(() -> csv("", "domain")).hasMessageEndingWith("its first line names none");
    assertThatThrownBy(() -> csv("1,a.example\n", "3"))
        .hasMessage("list has no column 3; its first line has 2");
    assertThatThrownBy(() -> Column.of("0")).hasMessage("columns are counted from 1, not 0");
    assertThatThrownBy(() -> Column.of(" ")).hasMessageContaining("give its name or number");
  }

  @Test
  void readsWhatAWriterWrites() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int column = random.nextInt(4);
      StringWriter out = new StringWriter();
      List<String> hosts = new ArrayList<>();
      try (CsvWriter writer = writer(random, out)) {
        for (int i = 0; i < 50; i++) {
          List<String> record = new ArrayList<>();
          for (int field = 0; field < 4; field++) {
            record.add(field == column ? "h" + i + ".example" : any(random));
          }
          writer.writeRecord(record);
          hosts.add("h" + i + ".example");
        }
      }

      assertThat(shown(csv(out.toString(), String.valueOf(column + 1))))
          .as("seed %d", seed)
          .extracting(shown -> shown.substring(shown.indexOf(' ') + 1))
          .isEqualTo(hosts);
    }
  }

  private static CsvWriter writer(Random random, StringWriter out) {
    return random.nextBoolean()
        ? CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)
        : CsvWriter.builder().build(out);
  }

  private static String any(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append("ab,\"\n\r é".charAt(random.nextInt(8)));
    }
    return text.toString();
  }

  @Test
  void takesAnyTextForWhatItIs() throws Exception {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append("a\",\n".charAt(random.nextInt(4)));
      }
      List<Entry> entries = csv(text + "\nx\n", "1");

      assertThat(entries).extracting(Entry::line).isSorted().doesNotHaveDuplicates();
    }
  }
}
