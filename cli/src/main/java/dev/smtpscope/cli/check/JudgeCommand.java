package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Complaint;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.cli.option.JudgeFlags;
import dev.smtpscope.cli.option.OutputFlags;
import dev.smtpscope.cli.output.ReportOutput;
import dev.smtpscope.cli.progress.Progress;
import dev.smtpscope.json.InvalidReportException;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.json.SavedReport;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope judge}: judges saved facts again. */
public final class JudgeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  private final Arguments file = Arguments.atMostOne("FILE", "The report; - is standard input.");

  private final JudgeFlags judge = new JudgeFlags();

  private final OutputFlags output = new OutputFlags();

  public JudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    return new CommandShape("judge", this)
        .unsorted()
        .synopsis("smtpscope judge [options] FILE")
        .header("Judge a saved report again; no network is needed.")
        .description(
            "Reads a report that check --format json wrote, judges its facts again and shows the"
                + " result. Without options the rules are those of then, and so is the answer.")
        .takes(file)
        .section("How to judge", judge)
        .section("How to show it", output)
        .examples(
            "  smtpscope judge report.json",
            "  smtpscope judge --profile strict --expiry-days 60 report.json",
            "  smtpscope judge --format markdown - < report.json")
        .spec();
  }

  @Override
  public Integer call() {
    String name =
        file.value()
            .orElseThrow(() ->
                new UsageException("no file is named; give a report that check wrote as JSON"));
    List<SavedReport> saved = read(name);
    ReportOutput out = output.open(surroundings.console());
    Showing showing =
        new Showing(
            out,
            judge,
            Progress.none(surroundings.console()),
            new Complaint(surroundings.console()));
    saved.forEach(one -> showing.show(Report.of(one.facts(), judge.ruleset(one.rules()))));
    out.finish();
    return showing.exitCode();
  }

  private List<SavedReport> read(String name) {
    try (InputStream in = open(name)) {
      return ReportJson.read(in, surroundings.anchors());
    } catch (InvalidReportException e) {
      throw new UsageException(name + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + name);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(name + " cannot be read");
    }
  }

  private InputStream open(String name) throws IOException {
    return name.equals("-") ? surroundings.console().in() : Files.newInputStream(Path.of(name));
  }
}
