package dev.smtpscope.cli.demo;

import dev.smtpscope.cli.Page;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.check.Checker;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.cli.option.OutputFlags;
import dev.smtpscope.cli.output.ReportOutput;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Target;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope demo}: the check at work on servers of its own. */
public final class DemoCommand implements Runnable {
  private final Surroundings surroundings;

  private final Arguments chosen =
      Arguments.atMostOne("SERVER", "Show the full report of this one alone.");

  private final OutputFlags output = new OutputFlags();

  public DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    return new CommandShape("demo", this)
        .synopsis("smtpscope demo [options] [SERVER]")
        .header("Check a set of servers on this machine; no network is needed.")
        .description(
            "Starts mail servers on loopback addresses, a well-kept one and several that are set"
                + " up badly, and checks them: each in a line, or SERVER in full.")
        .takes(chosen)
        .section("How to show it", output)
        .examples("  smtpscope demo", "  smtpscope demo --transcript expired")
        .spec();
  }

  @Override
  public void run() {
    if (chosen.value().isEmpty() && output.wish().isPresent()) {
      throw new UsageException(
          "demo: "
              + output.wish().get()
              + " is for the report of one server; name it, as in smtpscope demo expired "
              + output.wish().get());
    }
    try (Village village = new Village()) {
      List<DemoServer> servers = village.servers();
      chosen
          .value()
          .ifPresentOrElse(
              id -> showOne(pick(servers, id), village), () -> showAll(servers, village));
    }
  }

  private static DemoServer pick(List<DemoServer> servers, String id) {
    return servers.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "'"
                    + id
                    + "' is none of "
                    + String.join(", ", servers.stream().map(DemoServer::id).toList())));
  }

  private void showOne(DemoServer server, Village village) {
    ReportOutput out = output.open(surroundings.console());
    out.show(check(server, village));
    out.finish();
  }

  private void showAll(List<DemoServer> servers, Village village) {
    Page page = new Page(surroundings.console().terminal());
    page.paragraph("The check at work on " + servers.size() + " servers on this machine:");
    for (DemoServer server : servers) {
      Summary summary = Summary.of(check(server, village));
      page.heading(server.id() + " (port " + server.service().port() + "): " + server.about());
      page.item(summary.sentence());
    }
    page.paragraph("For a full report: smtpscope demo " + servers.get(1).id());
    surroundings.console().print(page.toString());
  }

  private Report check(DemoServer server, Village village) {
    Target target = village.open(server);
    return Checker.usual(surroundings.with(village::names, village.anchors())).check(target);
  }
}
