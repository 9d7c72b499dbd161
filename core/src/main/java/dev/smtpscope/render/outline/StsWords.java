package dev.smtpscope.render.outline;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.judge.DomainInsight;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.MxPattern;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.stream.Collectors;

/** What MTA-STS comes to, in words. */
final class StsWords {
  private StsWords() {}

  /** Whether the policy covers {@code host}, after the word MTA-STS. */
  static String covers(Report report, MailHost host) {
    return report
        .verdicts()
        .domain()
        .map(DomainInsight::mtaSts)
        .map(sts -> covers(sts, host))
        .orElse("not known");
  }

  private static String covers(MtaSts sts, MailHost host) {
    return switch (sts) {
      case MtaSts.Absent none -> "absent";
      case MtaSts.Broken broken -> "broken";
      case MtaSts.Unknown unknown -> "not known";
      case MtaSts.Valid(String id, Policy policy) -> {
        boolean covered = host.name().filter(policy::covers).isPresent();
        yield policy.mode() == Mode.NONE
            ? "off"
            : (covered ? "covered" : "not covered")
                + (policy.mode() == Mode.TESTING ? " (testing)" : "");
      }
    };
  }

  /** The policy as senders see it. */
  static String policy(MtaSts sts) {
    return switch (sts) {
      case MtaSts.Absent(String why) -> "none: " + why;
      case MtaSts.Broken(var type, String problem) -> problem + " (" + type.id() + ")";
      case MtaSts.Unknown(String why) -> "not known: " + why;
      case MtaSts.Valid(String id, Policy policy) ->
          "mode "
              + policy.mode().id()
              + ", id "
              + id
              + ", kept for "
              + Words.duration(policy.maxAge())
              + (policy.mx().isEmpty() ? "" : ", for " + patterns(policy));
    };
  }

  private static String patterns(Policy policy) {
    return policy.mx().stream().map(MxPattern::toString).collect(Collectors.joining(", "));
  }

  /** How fetching the policy went. */
  static String fetch(PolicyFetch fetch) {
    return switch (fetch) {
      case PolicyFetch.NotTried(String why) -> "not tried: " + why;
      case PolicyFetch.NoAddress none -> "the policy's host has no address";
      case PolicyFetch.NotConnected(var address, DialOutcome dial, var elapsed) ->
          "no connection to " + Addresses.text(address) + ": " + dial(dial);
      case PolicyFetch.NoTls(var address, var tls, var elapsed) ->
          "no TLS with " + Addresses.text(address);
      case PolicyFetch.NoAnswer answer ->
          "no answer from " + Addresses.text(answer.address()) + ": " + answer.detail();
      case PolicyFetch.Answered answer ->
          "HTTP status "
              + answer.status()
              + " from "
              + Addresses.text(answer.address())
              + (answer.contentType().isEmpty() ? "" : ", " + answer.contentType())
              + ", "
              + Figures.millis(answer.elapsed());
    };
  }

  private static String dial(DialOutcome dial) {
    return switch (dial) {
      case DialOutcome.Connected connected -> "it broke";
      case DialOutcome.Refused refused -> "refused";
      case DialOutcome.Reset reset -> "reset";
      case DialOutcome.TimedOut(var limit) -> "no answer in " + Words.duration(limit);
      case DialOutcome.Unreachable(String detail) -> detail;
      case DialOutcome.NotAttempted(String why) -> why;
    };
  }
}
