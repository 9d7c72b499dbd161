package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Reachability;
import java.util.List;
import java.util.Optional;

/** A host among the others of its domain. */
final class MailRoute {
  private MailRoute() {}

  /** The check of the domain that tells of this host's being out of reach, where there is one. */
  static Optional<String> toldElsewhere(HostContext context, Reachability reachability) {
    if (!context.facts().route().isDomain()
        || reachability == Reachability.REACHED
        || reachability == Reachability.UNTOLD) {
      return Optional.empty();
    }
    if (reachability == Reachability.NO_ADDRESS) {
      return Optional.of(noAddress(context));
    }
    if (context.host().preference().isEmpty()) {
      return Optional.empty();
    }
    if (!hasOtherWay(context)) {
      return Optional.of("domain-unreachable");
    }
    return isAmongThePreferred(context) && preferredAreDeaf(context.facts())
        ? Optional.of("mx-preferred-unreachable")
        : Optional.empty();
  }

  private static String noAddress(HostContext context) {
    if (context.host().preference().isEmpty()) {
      return "submission-target-invalid";
    }
    boolean implicit =
        context.facts().route().mxSet().filter(mx -> mx instanceof MxSet.Absent).isPresent();
    return implicit ? "mx-missing" : "mx-target-dangling";
  }

  /** Whether the domain's mail reaches another host. */
  static boolean hasOtherWay(HostContext context) {
    return context.host().preference().isPresent()
        && mailHosts(context.facts()).stream().anyMatch(other -> isReached(context.facts(), other));
  }

  private static boolean isAmongThePreferred(HostContext context) {
    return preferred(context.facts()).contains(context.host());
  }

  private static boolean preferredAreDeaf(Facts facts) {
    return preferred(facts).stream()
        .map(host -> Reachability.of(facts, host))
        .noneMatch(r -> r == Reachability.REACHED || r == Reachability.UNTOLD);
  }

  private static boolean isReached(Facts facts, MailHost host) {
    return Reachability.of(facts, host) == Reachability.REACHED;
  }

  private static List<MailHost> mailHosts(Facts facts) {
    return facts.hosts().stream().filter(host -> host.preference().isPresent()).toList();
  }

  private static List<MailHost> preferred(Facts facts) {
    List<MailHost> all = mailHosts(facts);
    return all.stream()
        .filter(host -> host.preference().equals(all.getFirst().preference()))
        .toList();
  }
}
