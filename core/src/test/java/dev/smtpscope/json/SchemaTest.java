package dev.smtpscope.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.render.Samples;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/report.schema.json describes what is written. {@code -Dgolden.update=true} renews it. */
class SchemaTest {
  private static final Path FILE = Path.of("../docs/report.schema.json");

  @Test
  void theFileFitsTheRecords() throws IOException {
    String schema = Mapping.writer().writeValueAsString(new SchemaGenerator().schema()) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, schema);
    }
    assertThat(Files.readString(FILE)).isEqualTo(schema);
  }

  @Test
  void everySampleIsValid() throws IOException {
    assertValid(List.copyOf(Samples.all().values()));
  }

  @Test
  void everyVariantIsValid() throws IOException {
    Ruleset rules = Ruleset.standard(TrustAnchors.of("JDK trust store", List.of()));
    for (int seed = 0; seed < 100; seed++) {
      assertValid(
          List.of(
              new Report(
                  new RandomFacts(seed).facts(), rules, new Verdicts(List.of(), List.of()))));
    }
  }

  @Test
  void whatIsWrittenWronglyIsNotValid() throws IOException {
    String json = written(List.of(Samples.good()));

    assertThat(schema().validate(json.replace("\"connected\"", "\"conected\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(json.replace("\"observedAt\"", "\"seenAt\""), InputFormat.JSON))
        .isNotEmpty();
  }

  private static void assertValid(List<Report> reports) throws IOException {
    assertThat(schema().validate(written(reports), InputFormat.JSON)).isEmpty();
  }

  private static String written(List<Report> reports) throws IOException {
    StringBuilder out = new StringBuilder();
    ReportJson.write(reports, true, out);
    return out.toString();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FILE));
  }
}
