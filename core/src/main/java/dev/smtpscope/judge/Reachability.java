package dev.smtpscope.judge;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import java.util.List;

/** Whether a server takes connections, as seen from here. */
public enum Reachability {
  /** At least one port of one address does. */
  REACHED,
  /** None does, and at least one said so or broke the connection. */
  CLOSED,
  /** Nothing came back from any that was tried. */
  SILENT,
  /** There is no address to try. */
  NO_ADDRESS,
  /** Nothing was tried, or what failed may be our own lack of an address family. */
  UNTOLD;

  /** Of {@code host}. */
  public static Reachability of(Facts facts, MailHost host) {
    return switch (host.lookup()) {
      case Lookup.Failed failed -> UNTOLD;
      case Lookup.NotFound none -> NO_ADDRESS;
      case Lookup.Found found -> ofTried(facts, host);
      case Lookup.Literal literal -> ofTried(facts, host);
    };
  }

  private static Reachability ofTried(Facts facts, MailHost host) {
    List<DialOutcome> told =
        facts.endpointsOf(host).stream()
            .filter(e -> isTold(e, facts))
            .map(EndpointFacts::dial)
            .toList();
    if (told.isEmpty()) {
      return UNTOLD;
    }
    if (told.stream().anyMatch(dial -> dial instanceof DialOutcome.Connected)) {
      return REACHED;
    }
    return told.stream().allMatch(dial -> dial instanceof DialOutcome.TimedOut) ? SILENT : CLOSED;
  }

  /** No way to any address of a family is as likely our own lack of that family. */
  private static boolean isTold(EndpointFacts endpoint, Facts facts) {
    return switch (endpoint.dial()) {
      case DialOutcome.NotAttempted none -> false;
      case DialOutcome.Unreachable none -> !Families.isSilent(endpoint.endpoint().address(), facts);
      case DialOutcome.Connected connected -> true;
      case DialOutcome.Refused refused -> true;
      case DialOutcome.TimedOut late -> true;
      case DialOutcome.Reset reset -> true;
    };
  }
}
