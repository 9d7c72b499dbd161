package dev.smtpscope.cli.serve;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.Signals;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.cli.option.ServeFlags;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import dev.smtpscope.web.WebOptions;
import dev.smtpscope.web.WebServer;
import dev.smtpscope.web.check.Occupancy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope serve}: the web page and the HTTP API, until it is told to end. */
public final class ServeCommand implements Callable<Integer> {
  private static final Duration USUAL_DRAIN = Duration.ofSeconds(30);

  private final Surroundings surroundings;
  private final ServeFlags flags = new ServeFlags();

  public ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    CommandShape shape =
        new CommandShape("serve", this)
            .unsorted()
            .synopsis("smtpscope serve [options]")
            .header("Serve the web page and the HTTP API.")
            .description(
                "Serves the tester as a web page, an HTTP API and Prometheus metrics. It listens"
                    + " on this machine alone unless told otherwise. Defaults stand in brackets.");
    flags.describeTo(shape);
    return shape
        .exitCodes(
            "0:ended by a signal; checks under way had as long to end as --drain says",
            "2:wrong usage, or a file that can't be read or written",
            "69:cannot listen, for instance because the port is in use",
            "143:ended at once by a second signal (130 if that was Ctrl-C)")
        .examples(
            "  smtpscope serve",
            "  smtpscope serve --listen [::1]:8080 --access-log -",
            "  smtpscope serve --public --trusted-proxy 127.0.0.1 --base-path /check",
            "  smtpscope serve --listen 192.0.2.1 --token-file /etc/smtpscope/token")
        .spec();
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = new Settings(flags, surroundings);
    WebOptions options = settings.options();
    Console console = surroundings.console();
    try (WebServer server = WebServer.start(options)) {
      settings.warnings(options).forEach(console::complain);
      console.print("smtpscope is at " + url(server, options) + "\n");
      awaitEnd();
      drain(server);
      return ExitCode.FINE;
    } catch (IOException e) {
      console.complain(
          "serve: cannot listen on "
              + Addresses.text(options.http().listen(), options.port())
              + ": "
              + e.getMessage());
      return ExitCode.UNAVAILABLE;
    }
  }

  private void awaitEnd() throws InterruptedException {
    Signals signals = new Signals();
    signals.listen();
    surroundings.interruption().onRequest(signals::request);
    signals.await();
  }

  private void drain(WebServer server) throws InterruptedException {
    Duration bound = flags.drain().orElse(USUAL_DRAIN);
    Occupancy left = server.occupancy();
    int checks = left.running() + left.queued();
    if (checks > 0) {
      surroundings
          .console()
          .complain(
              "ending; checks under way: "
                  + checks
                  + ", which have "
                  + Words.duration(bound)
                  + " (a second signal ends it at once)");
    }
    server.drain(bound);
  }

  private static String url(WebServer server, WebOptions options) {
    return "http://"
        + Addresses.text(server.address().getAddress(), server.address().getPort())
        + options.http().basePath().value()
        + "/";
  }
}
