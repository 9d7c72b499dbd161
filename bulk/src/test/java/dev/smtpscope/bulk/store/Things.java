package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What scans find, the same for the same number. */
final class Things {
  static final String FINGERPRINT = "version=1\nprofile=default";

  private Things() {}

  static Target target(int number) {
    try {
      return new TargetParser(TargetParser.Overrides.NONE).parse("d" + number + ".example");
    } catch (InvalidTargetException e) {
      throw new AssertionError(e);
    }
  }

  static Finished finished(int number) {
    return new Finished(number + 1, target(number), row(number));
  }

  static String report(int number) {
    return "{\"number\":" + number + ",\"noise\":\"" + noise(number) + "\"}";
  }

  static void add(ScanFolder folder, int number) throws ScanFolderException {
    folder.add(finished(number), report(number).getBytes(StandardCharsets.UTF_8));
  }

  static TargetRow row(int number) {
    return new TargetRow(
        "D" + number + ".example.",
        "d" + number + ".example",
        Route.Kind.DOMAIN,
        Instant.EPOCH.plusSeconds(number),
        Duration.ofMillis(number),
        List.of(Outcome.values()).get(number % Outcome.values().length),
        "Sentence é " + number,
        Optional.empty(),
        List.of("mx" + number % 7 + ".example"),
        Optional.of("example"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Endpoint endpoint(int number) {
    return new Endpoint(
        InetAddress.ofLiteral("192.0.2." + number % 250), Service.onMxPort(25 + number / 250));
  }

  static EndpointFacts facts(int number) {
    Answer none = new Answer.NotAsked("no");
    return new EndpointFacts(
        endpoint(number),
        new DialOutcome.Unreachable(noise(number)),
        none,
        Hello.notAsked("no"),
        new TlsOutcome.NotReached("no"),
        Hello.notAsked("no"),
        none,
        List.of(),
        List.of(),
        List.of(),
        Duration.ofMillis(number),
        Optional.empty());
  }

  private static String noise(int number) {
    return Long.toHexString(new java.util.Random(number).nextLong());
  }
}
