package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Grease;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the server bears what it does not know (RFC 8446 section 9.3, RFC 8701): all of it at
 * once, and each by itself, twice, only if that fails.
 */
final class ToleranceRider implements Rider {
  private static final List<Feature> ALL =
      List.of(
          Feature.LARGE_HELLO,
          Feature.UNKNOWN_VERSION,
          Feature.UNKNOWN_EXTENSION,
          Feature.GREASED_VALUES);

  private static final int LARGE = 2_048;
  private static final int ANY_NUMBER = 1_000;
  private static final int VERSION_TO_COME = 0x0305;
  private static final int UNKNOWN_EXTENSION = 0xFDE8;

  private List<Feature> asked = List.of();
  private boolean together = true;
  private int failures;

  private static List<Feature> left(Findings known) {
    return ALL.stream().filter(feature -> !known.knows(feature)).toList();
  }

  @Override
  public boolean isDone(Findings known) {
    return left(known).isEmpty();
  }

  @Override
  public ClientHello on(ClientHello hello, Findings known) {
    List<Feature> left = left(known);
    asked = together ? left : left.subList(0, 1);
    ClientHello changed = hello;
    for (Feature feature : asked) {
      changed = with(feature, changed);
    }
    return changed;
  }

  private static ClientHello with(Feature feature, ClientHello hello) {
    return switch (feature) {
      case LARGE_HELLO -> hello.with(Extensions.padding(LARGE));
      case UNKNOWN_VERSION -> withVersionToCome(hello);
      case UNKNOWN_EXTENSION ->
          hello.with(new Extension(UNKNOWN_EXTENSION, Bytes.of(new byte[] {1, 2, 3})));
      case GREASED_VALUES -> greased(hello);
      default -> hello;
    };
  }

  private static ClientHello withVersionToCome(ClientHello hello) {
    boolean tls13 =
        hello.extensions().stream().anyMatch(e -> e.type() == Extensions.SUPPORTED_VERSIONS);
    return tls13
        ? hello.with(Extensions.supportedVersions(List.of(VERSION_TO_COME, 0x0304)))
        : new ClientHello(
            hello.recordVersion(),
            VERSION_TO_COME,
            hello.random(),
            hello.sessionId(),
            hello.suites(),
            hello.compressions(),
            hello.extensions());
  }

  private static ClientHello greased(ClientHello hello) {
    List<Integer> suites =
        Stream.concat(Stream.of(Grease.CODES.get(2)), hello.suites().stream()).toList();
    List<Integer> groups =
        Stream.concat(Stream.of(Grease.CODES.get(4)), Offers.GROUPS.stream()).toList();
    return hello
        .withSuites(suites)
        .with(Extensions.supportedGroups(groups))
        .with(new Extension(Grease.CODES.get(6), Bytes.of(new byte[0])));
  }

  @Override
  public boolean hear(HelloOutcome outcome, Optional<ServerFlight> flight, Findings known) {
    if (flight.isPresent()) {
      asked.forEach(f -> known.feature(f, Trait.yes("the server went on as usual")));
      failures = 0;
    } else if (together) {
      together = false;
    } else if (++failures > 1) {
      known.feature(asked.getFirst(), Trait.no(Outcomes.words(outcome) + ", twice"));
      failures = 0;
    }
    if (flight.isPresent() && asked.contains(Feature.LARGE_HELLO)) {
      known.tolerates(ANY_NUMBER);
    }
    return flight.isPresent();
  }
}
