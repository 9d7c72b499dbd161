package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.mtasts.ReadyMade;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the checks of MTA-STS have in common. */
abstract class PolicyCheck extends OneRemedyDomainCheck {
  PolicyCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  /** Where the question for the record was asked. */
  static Applicability whereAsked(DomainContext context) {
    return Applicability.unless(
        context.records().isPresent() ? Optional.empty() : Optional.of("the DNS was not asked"));
  }

  /** Where there is a policy to hold against the domain. */
  static Applicability wherePolicy(DomainContext context) {
    return switch (MtaSts.of(context)) {
      case MtaSts.Valid valid -> Applicability.applies();
      case MtaSts.Absent(var why) -> Applicability.not(why);
      case MtaSts.Broken(var type, var problem) ->
          Applicability.not("the policy can't be used: " + problem);
      case MtaSts.Unknown(var why) -> Applicability.unknown(why);
    };
  }

  /** Where the policy asks something of the servers. */
  final Applicability whereActive(DomainContext context) {
    Applicability there = wherePolicy(context);
    if (!(there instanceof Applicability.Applies)) {
      return there;
    }
    return policy(context).mode() == Mode.NONE
        ? Applicability.not("the policy's mode is none")
        : super.appliesTo(context);
  }

  static Policy policy(DomainContext context) {
    return MtaSts.of(context) instanceof MtaSts.Valid(var id, var policy)
        ? policy
        : new Policy(Mode.NONE, Duration.ZERO, List.of());
  }

  static DnsAnswer record(DomainContext context) {
    return context.records().orElseThrow().mtaSts();
  }

  /** The lines of the policy as they were fetched. */
  static List<String> fetched(DomainContext context) {
    return context.records().orElseThrow().policy() instanceof PolicyFetch.Answered answered
        ? shown(answered.lines())
        : List.of();
  }

  private static List<String> shown(List<String> lines) {
    int most = 20;
    List<String> first = lines.stream().limit(most).map(l -> Words.shortened(l, 200)).toList();
    return lines.size() > most
        ? Stream.concat(
                first.stream(),
                Stream.of("(" + Words.count(lines.size() - most, "more line") + ")"))
            .toList()
        : first;
  }

  /** The command that fetches the policy without following redirects. */
  static String curl(DomainContext context) {
    return Reproduce.command(List.of("curl", "-iv", ReadyMade.url(context.domain())));
  }

  /** A finding about a policy that is announced and can't be used. */
  final Judgement broken(DomainContext context, ResultType type, String what, String why) {
    return MtaSts.of(context) instanceof MtaSts.Broken(var found, var problem) && found == type
        ? withRemedy(Severity.WARNING, context)
            .title(what + ": " + problem)
            .evidence(Dns.lines(record(context)))
            .evidence(ReadyMade.url(context.domain()) + ": " + problem)
            .evidence(fetched(context))
            .evidence("result type " + type.id())
            .why(
                why
                    + " Senders that have not kept an earlier policy deliver as if there were none,"
                    + " so the protection that is announced is not there.")
            .see(Reference.rfc(8461, "3.3"), Reference.rfc(8460, "4.3"))
            .reproduce(curl(context))
            .fail()
        : Judgement.pass();
  }

  /** Where a record announces a policy. */
  static Applicability whereAnnounced(DomainContext context) {
    return switch (MtaSts.of(context)) {
      case MtaSts.Valid valid -> Applicability.applies();
      case MtaSts.Broken broken -> Applicability.applies();
      case MtaSts.Absent(var why) -> Applicability.not(why);
      case MtaSts.Unknown(var why) -> Applicability.unknown(why);
    };
  }
}
