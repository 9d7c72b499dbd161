package dev.smtpscope.bulk.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.bulk.Golden;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.row.Village;
import dev.smtpscope.bulk.summary.About;
import dev.smtpscope.bulk.summary.Summaries;
import dev.smtpscope.bulk.summary.Tally;
import dev.smtpscope.bulk.table.TargetsCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir private Path folder;

  private Path before;
  private Path after;

  /** The later scan has other servers, lacks the first ten domains and has ten more. */
  @BeforeEach
  void scanTwice() throws IOException {
    before = folder.resolve("before");
    after = folder.resolve("after");
    publish(before, new Village(1).targets(100));
    publish(
        after,
        Stream.concat(
            new Village(1).targets(100).skip(10).limit(60), new Village(2).targets(110).skip(70)));
  }

  @Test
  void isText() throws Exception {
    StringWriter out = new StringWriter();
    Comparison.run(open(before), open(after), new TextChanges(open(before), open(after), out));
    Golden.check("compare.txt", anywhere(out));
  }

  @Test
  void isCsv() throws Exception {
    StringWriter out = new StringWriter();
    Comparison.run(open(before), open(after), new CsvChanges(out));
    Golden.check("compare.csv", anywhere(out));
  }

  @Test
  void isJson() throws Exception {
    StringWriter out = new StringWriter();
    Comparison.run(open(before), open(after), new JsonChanges(open(before), open(after), out));
    Golden.check("compare.json", anywhere(out));
  }

  @Test
  void tellsTheSameInHoweverManyParts() throws Exception {
    Kept one = new Kept();
    Kept many = new Kept();
    Comparison.run(open(before), open(after), one, 1);
    Comparison.run(open(before), open(after), many, 7);
    assertThat(many.changes).containsExactlyInAnyOrderElementsOf(one.changes);
    assertThat(many.totals).isEqualTo(one.totals);
    assertThat(one.totals.getFirst().added()).isEqualTo(10);
    assertThat(one.totals.getFirst().gone()).isEqualTo(10);
    assertThat(one.totals.getFirst().both()).isEqualTo(90);
  }

  @Test
  void findsNothingBetweenAScanAndItself() throws Exception {
    Kept kept = new Kept();
    Comparison.run(open(before), open(before), kept);
    assertThat(kept.changes).isEmpty();
    assertThat(kept.totals.getFirst().isSame()).isTrue();
  }

  @Test
  void refusesWhatIsNoFinishedScan() throws Exception {
    assertThatThrownBy(() -> Results.open(folder.resolve("nowhere")))
        .hasMessageContaining("is no folder");
    assertThatThrownBy(() -> Results.open(folder)).hasMessageContaining("holds no results");
    Files.createDirectory(folder.resolve(".partial"));
    assertThatThrownBy(() -> Results.open(folder))
        .isInstanceOf(InvalidResultsException.class)
        .hasMessageContaining("not finished; go on with scan --resume");
  }

  @Test
  void refusesABrokenOffScan() throws Exception {
    Path broken = folder.resolve("broken");
    Files.createDirectory(broken);
    About about =
        new About("x", false, Summaries.ABOUT.began(), Summaries.ABOUT.ended(), List.of());
    Files.writeString(broken.resolve("summary.json"), new Tally().summary(about).json());
    assertThatThrownBy(() -> Results.open(broken)).hasMessageContaining("was broken off");
  }

  @Test
  void refusesOtherVersions() throws Exception {
    Path summary = before.resolve("summary.json");
    String json = Files.readString(summary);
    Files.writeString(summary, json.replace("\"schema\" : 1", "\"schema\" : 2"));
    assertThatThrownBy(() -> Results.open(before)).hasMessageContaining("is of schema 2");
    Files.writeString(summary, json.replace("\"schema\" : 1", "\"schema\" : 1, \"more\" : 3"));
    assertThatThrownBy(() -> Results.open(before))
        .hasMessageContaining("another version (this one reads schema 1)");
  }

  @Test
  void refusesOtherColumns() throws Exception {
    Results results = open(before);
    Path table = before.resolve("targets.csv");
    Files.writeString(table, Files.readString(table).replaceFirst("target,name", "name,target"));
    assertThatThrownBy(() -> Comparison.run(results, open(after), new Kept()))
        .hasMessageContaining("other columns");
    Files.writeString(table, "");
    assertThatThrownBy(() -> Comparison.run(results, open(after), new Kept()))
        .hasMessageContaining("other columns");
  }

  private static Results open(Path path) throws InvalidResultsException {
    return Results.open(path);
  }

  private String anywhere(StringWriter out) {
    return out.toString().replace(folder.toString(), "folder");
  }

  private static void publish(Path folder, Stream<TargetRow> rows) throws IOException {
    Files.createDirectory(folder);
    Tally tally = new Tally();
    try (TargetsCsv csv = new TargetsCsv(Files.newOutputStream(folder.resolve("targets.csv")))) {
      for (TargetRow row : rows.toList()) {
        csv.write(row);
        tally.add(row);
      }
    }
    Files.writeString(folder.resolve("summary.json"), tally.summary(Summaries.ABOUT).json());
  }

  private static final class Kept implements ChangeSink {
    private final List<Change> changes = new ArrayList<>();
    private final List<Totals> totals = new ArrayList<>();

    @Override
    public void change(Change change) {
      changes.add(change);
    }

    @Override
    public void end(Totals sums) {
      totals.add(sums);
    }
  }
}
