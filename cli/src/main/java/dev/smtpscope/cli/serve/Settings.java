package dev.smtpscope.cli.serve;

import dev.smtpscope.cli.Listening;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.cli.option.ServeFlags;
import dev.smtpscope.web.WebOptions;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Rate;
import dev.smtpscope.web.http.BasePath;
import dev.smtpscope.web.http.HttpOptions;
import dev.smtpscope.web.http.Network;
import dev.smtpscope.web.http.Token;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a service's options of the words on the command line. */
record Settings(ServeFlags flags, Surroundings surroundings) {
  private static final String USUAL_ADDRESS = "127.0.0.1";
  private static final int USUAL_PORT = 8025;

  private static final int MOST_CHECKS = 10_000;
  private static final int MOST_QUEUED = 100_000;
  private static final int MOST_A_MINUTE = 1_000_000;

  WebOptions options() {
    Listening listening =
        Listening.parse("--listen", flags.listen().orElse(USUAL_ADDRESS), USUAL_PORT);
    HttpOptions http =
        new HttpOptions(
            listening.address(),
            flags.isPublic(),
            Set.copyOf(list(flags.names()).map(this::name).toList()),
            list(flags.proxies()).map(Settings::network).toList(),
            flags.basePath().map(Settings::basePath).orElse(BasePath.ROOT),
            token(),
            accessLog());
    return new WebOptions(listening.port(), http, checks(), links());
  }

  private CheckSettings checks() {
    CheckSettings usual =
        CheckSettings.of(
            flags.isPublic() ? Access.PUBLIC : Access.ALL,
            limits(flags.isPublic() ? CheckLimits.PUBLIC : CheckLimits.PRIVATE),
            flags.names(surroundings.names()),
            flags.anchors().orElse(surroundings.anchors()));
    return new CheckSettings(
        usual.access(),
        usual.limits(),
        usual.names(),
        usual.anchors(),
        flags.ehloName(),
        flags.source(),
        usual.clock(),
        usual.nanos(),
        usual.ids());
  }

  private CheckLimits limits(CheckLimits usual) {
    return new CheckLimits(
        flags.perClient().map(Settings::rate).orElse(usual.perClient()),
        usual.perAddress(),
        usual.inAll(),
        usual.perClientAtOnce(),
        flags.checks().map(n -> within("--max-checks", n, MOST_CHECKS)).orElse(usual.running()),
        flags.queue().map(n -> within("--max-queued", n, MOST_QUEUED)).orElse(usual.queued()),
        usual.probes(),
        usual.addresses(),
        usual.hosts(),
        usual.ports(),
        usual.whole(),
        usual.lookup(),
        usual.keptBytes(),
        usual.keptFor(),
        flags.deepestAudit().orElse(usual.deepestAudit()));
  }

  private static Rate rate(int perMinute) {
    int count = within("--per-client", perMinute, MOST_A_MINUTE);
    return Rate.perMinute(count, count);
  }

  private static int within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new UsageException(option + " is 1 to " + most + ", not " + value);
    }
    return value;
  }

  private static java.util.stream.Stream<String> list(Optional<String> words) {
    return words.stream().flatMap(w -> Arrays.stream(w.split(",", -1))).map(String::strip);
  }

  private String name(String word) {
    if (!word.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
      throw new UsageException(
          "--server-name: '" + word + "' is not a host name; write one such as check.example.org");
    }
    return word;
  }

  private static Network network(String word) {
    return Network.parse(word)
        .orElseThrow(() ->
            new UsageException(
                "--trusted-proxy: '"
                    + word
                    + "' is not a network; write one such as 192.0.2.0/24 or 2001:db8::1"));
  }

  private static BasePath basePath(String word) {
    return BasePath.parse(word)
        .orElseThrow(() ->
            new UsageException(
                "--base-path: '" + word + "' is not a path; write one such as /mail/check"));
  }

  private Optional<Token> token() {
    return Secrets.token(flags.tokenFile(), surroundings.console().terminal().environment());
  }

  private Optional<PrintStream> accessLog() {
    return flags.accessLog().map(name -> LogFile.open(name, surroundings.console()));
  }

  private Optional<Path> links() {
    return flags.keepsLinks()
        ? Optional.of(
            DataFolder.of(flags.data(), surroundings.console().terminal().environment())
                .resolve("links.db"))
        : Optional.empty();
  }

  /** What an administrator should know before strangers do. */
  List<String> warnings(WebOptions options) {
    HttpOptions http = options.http();
    boolean isOpen =
        !http.listen().isLoopbackAddress() && !http.isPublic() && http.token().isEmpty();
    return isOpen
        ? List.of(
            "whoever reaches it can have this machine connect anywhere;"
                + " give --public or --token-file unless that is wanted")
        : List.of();
  }
}
