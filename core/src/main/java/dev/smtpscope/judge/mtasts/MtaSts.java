package dev.smtpscope.judge.mtasts;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.judge.sender.WebPki;
import dev.smtpscope.target.HostName;

/**
 * What a sender that knows MTA-STS and has kept no policy of the domain finds out (RFC 8461 section
 * 3).
 */
public sealed interface MtaSts {
  /** There is no policy, as far as senders can see. */
  record Absent(String why) implements MtaSts {}

  /** A policy is announced and can't be had; mail goes as if there were none. */
  record Broken(ResultType type, String problem) implements MtaSts {}

  /** Not known. */
  record Unknown(String why) implements MtaSts {}

  /** A policy. */
  record Valid(String id, Policy policy) implements MtaSts {}

  /** The name of the host that has the policy of {@code domain}. */
  static HostName host(HostName domain) {
    return new HostName("mta-sts." + domain.ascii());
  }

  /** Follows the way from the record to the policy. */
  static MtaSts of(DomainContext context) {
    return context
        .records()
        .map(records -> of(context, records))
        .orElseGet(() -> new Unknown("the DNS was not asked"));
  }

  private static MtaSts of(DomainContext context, DomainRecords records) {
    return switch (StsRecord.of(records.mtaSts())) {
      case StsRecord.Absent none -> new Absent("there is no MTA-STS record");
      case StsRecord.Invalid(var problem, var texts) ->
          new Absent("the MTA-STS record is not valid: " + problem);
      case StsRecord.Unknown(var why) -> new Unknown(why);
      case StsRecord.Valid(var id) -> of(context, id, records.policy());
    };
  }

  private static MtaSts of(DomainContext context, String id, PolicyFetch fetch) {
    return switch (fetch) {
      case PolicyFetch.NotTried(var why) -> new Unknown("the policy was not fetched: " + why);
      case PolicyFetch.NoAddress(var lookup) -> withoutAddress(context, lookup);
      case PolicyFetch.NotConnected(var address, var dial, var elapsed) ->
          withoutConnection(context, dial);
      case PolicyFetch.NoTls none -> unfetched("the TLS handshake with the policy's host failed");
      case PolicyFetch.NoAnswer answer -> authenticated(context, unfetched(answer.detail()));
      case PolicyFetch.Answered answer -> authenticated(context, read(id, answer));
    };
  }

  private static MtaSts withoutAddress(DomainContext context, Lookup lookup) {
    return switch (lookup) {
      case Lookup.Failed(var detail, var elapsed) ->
          new Unknown("the address of " + host(context.domain()) + " is not known: " + detail);
      case Lookup.NotFound(var detail, var elapsed) ->
          unfetched(host(context.domain()) + " has no address: " + detail);
      case Lookup.Found found -> new Unknown("no address of the policy's host was tried");
      case Lookup.Literal literal -> new Unknown("no address of the policy's host was tried");
    };
  }

  private static MtaSts withoutConnection(DomainContext context, DialOutcome dial) {
    return switch (dial) {
      case DialOutcome.NotAttempted(var why) ->
          new Unknown("the policy's host was not tried: " + why);
      case DialOutcome.Unreachable(var detail) ->
          new Unknown("there is no way from here to the policy's host: " + detail);
      case DialOutcome.TimedOut late when isCutOff(context) ->
          new Unknown("neither the policy's host nor any other answers from here");
      case DialOutcome.TimedOut late -> unfetched("the policy's host does not answer");
      case DialOutcome.Refused refused -> unfetched("the policy's host refuses the connection");
      case DialOutcome.Reset reset -> unfetched("the policy's host breaks the connection");
      case DialOutcome.Connected connected -> unfetched("the connection broke");
    };
  }

  private static boolean isCutOff(DomainContext context) {
    return context.facts().endpoints().stream()
        .noneMatch(e -> e.dial() instanceof DialOutcome.Connected);
  }

  /** A certificate that does not hold comes before anything that the host says. */
  private static MtaSts authenticated(DomainContext context, MtaSts otherwise) {
    return switch (webPki(context)) {
      case WebPki.Valid valid -> otherwise;
      case WebPki.Invalid(var type, var problem) ->
          new Broken(ResultType.STS_WEBPKI_INVALID, problem);
      case WebPki.Unknown(var why) -> new Unknown(why);
    };
  }

  private static WebPki webPki(DomainContext context) {
    return context
        .records()
        .flatMap(records -> records.policy().session())
        .map(session ->
            WebPki.of(
                session,
                context.policyPath(),
                host(context.domain()),
                context.facts().observedAt()))
        .orElseGet(() -> new WebPki.Unknown("there was no TLS session"));
  }

  private static MtaSts read(String id, PolicyFetch.Answered answer) {
    if (answer.status() != 200) {
      return unfetched("the policy's host answers with HTTP status " + answer.status());
    }
    if (answer.truncated()) {
      return new Broken(
          ResultType.STS_POLICY_INVALID,
          "the policy is larger than " + PolicyFetch.MAX_OCTETS + " octets");
    }
    return switch (PolicyParser.parse(answer.lines())) {
      case PolicyParser.Result.Accepted(var policy, var lapses) -> new Valid(id, policy);
      case PolicyParser.Result.Unreadable(var problems) ->
          new Broken(ResultType.STS_POLICY_INVALID, String.join("; ", problems));
    };
  }

  private static MtaSts unfetched(String problem) {
    return new Broken(ResultType.STS_POLICY_FETCH_ERROR, problem);
  }
}
