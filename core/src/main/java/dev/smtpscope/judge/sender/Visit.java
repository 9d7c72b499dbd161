package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.target.HostName;
import java.util.function.Function;

/**
 * One sender after another at one address of one host.
 *
 * @param mx the standing of the records that led there
 */
record Visit(
    HostName host, EndpointContext endpoint, Reach reach, MxTrust mx, MtaSts sts, Dane dane) {
  Outcome of(Sender sender) {
    return switch (sender) {
      case OPPORTUNISTIC -> opportunistic();
      case MTA_STS -> byPolicy();
      case DANE -> byDane();
      case DANE_AND_MTA_STS -> byBoth();
      case VERIFIED_TLS -> verified();
      case REQUIRETLS -> new RequireTls(this).outcome();
      case TLS_1_2_ONLY -> withTls12();
      case POST_QUANTUM -> withPostQuantum();
    };
  }

  Outcome opportunistic() {
    return opportunistic(session ->
        Outcome.of(Delivery.ENCRYPTED, session.version().label() + ", whoever the server may be"));
  }

  /** A handshake that fails is followed by plain text, in Postfix after some minutes. */
  private Outcome opportunistic(Function<TlsSession, Outcome> encrypted) {
    return switch (reach) {
      case Reach.Stopped(Outcome outcome) -> outcome;
      case Reach.Plain(ResultType type, String why) -> Outcome.of(Delivery.PLAIN_TEXT, type, why);
      case Reach.Encrypted(TlsSession session) -> encrypted.apply(session);
    };
  }

  /** TLS or nothing. */
  Outcome mandatory(Function<TlsSession, Outcome> encrypted) {
    return switch (reach) {
      case Reach.Stopped(Outcome outcome) -> outcome;
      case Reach.Plain(ResultType type, String why) -> Outcome.of(Delivery.DEFERRED, type, why);
      case Reach.Encrypted(TlsSession session) -> encrypted.apply(session);
    };
  }

  Outcome verified() {
    return mandatory(this::webPki);
  }

  private Outcome webPki(TlsSession session) {
    return switch (WebPki.of(session, endpoint.path(), host, endpoint.facts().observedAt())) {
      case WebPki.Valid valid ->
          Outcome.of(
              Delivery.AUTHENTICATED, "the certificate is of a trusted authority, for " + host);
      case WebPki.Unknown(var why) -> Outcome.unknown(why);
      case WebPki.Invalid(var type, var problem) ->
          session.sni().filter(host.ascii()::equals).isPresent()
              ? Outcome.of(Delivery.DEFERRED, type, problem)
              : Outcome.unknown("the server was not asked for the certificate of " + host);
    };
  }

  Outcome byPolicy() {
    return switch (sts) {
      case MtaSts.Absent none -> opportunistic();
      case MtaSts.Broken(var type, var problem) ->
          opportunistic().reporting(type).noting("no MTA-STS policy is in force: " + problem);
      case MtaSts.Unknown(var why) ->
          isStopped() ? opportunistic() : Outcome.unknown("MTA-STS: " + why);
      case MtaSts.Valid(var id, Policy policy) -> by(policy);
    };
  }

  private boolean isStopped() {
    return reach instanceof Reach.Stopped;
  }

  private Outcome by(Policy policy) {
    return switch (policy.mode()) {
      case ENFORCE -> enforced(policy);
      case TESTING -> tested(enforced(policy));
      case NONE -> opportunistic();
    };
  }

  private Outcome enforced(Policy policy) {
    return policy.covers(host)
        ? verified()
        : Outcome.of(
            Delivery.DEFERRED,
            ResultType.VALIDATION_FAILURE,
            "the MTA-STS policy does not list " + host);
  }

  private Outcome tested(Outcome strict) {
    Outcome outcome = opportunistic();
    return strict.delivery() == Delivery.DEFERRED && !isStopped()
        ? new Outcome(outcome.delivery(), strict.failure(), outcome.reason())
            .noting("with the policy in force it would be deferred: " + strict.reason())
        : outcome;
  }

  Outcome byDane() {
    return switch (dane) {
      case Dane.NotUsed(var reason, var why) -> opportunistic();
      case Dane.Failed(var why) -> Outcome.of(Delivery.DEFERRED, ResultType.DNSSEC_INVALID, why);
      case Dane.Unknown(var why) -> isStopped() ? opportunistic() : Outcome.unknown("DANE: " + why);
      case Dane.Unusable unusable -> mandatory(_ -> unusable());
      case Dane.Usable usable -> mandatory(_ -> mx.qualify(matched(usable)));
    };
  }

  private static Outcome unusable() {
    return Outcome.of(
        Delivery.ENCRYPTED,
        ResultType.TLSA_INVALID,
        "no TLSA record can be used, so TLS is mandatory, whoever the server may be");
  }

  private Outcome matched(Dane.Usable usable) {
    return switch (DaneMatch.of(usable, endpoint)) {
      case DaneMatch.Matched(var record, var depth, var subject) ->
          Outcome.of(
              Delivery.AUTHENTICATED,
              "TLSA "
                  + dev.smtpscope.judge.dane.Association.parameters(record)
                  + " matches the certificate at depth "
                  + depth);
      case DaneMatch.Mismatch(var cause, var why) ->
          Outcome.of(Delivery.DEFERRED, type(cause), why);
      case DaneMatch.Unknown(var why) -> Outcome.unknown(why);
    };
  }

  private static ResultType type(DaneMatch.Cause cause) {
    return switch (cause) {
      case NO_RECORD, CHAIN -> ResultType.VALIDATION_FAILURE;
      case NAME -> ResultType.CERTIFICATE_HOST_MISMATCH;
      case DATE -> ResultType.CERTIFICATE_EXPIRED;
    };
  }

  /** Neither may excuse a failure of the other (RFC 8461 section 2). */
  private Outcome byBoth() {
    Outcome byDane = byDane();
    Outcome byPolicy = byPolicy();
    if (byDane.delivery().isRefused() || byPolicy.delivery().isRefused()) {
      return byDane.delivery().isRefused() ? byDane : byPolicy;
    }
    if (byDane.delivery() == Delivery.UNKNOWN || byPolicy.delivery() == Delivery.UNKNOWN) {
      return byDane.delivery() == Delivery.UNKNOWN ? byDane : byPolicy;
    }
    return byPolicy.delivery().compareTo(byDane.delivery()) < 0 ? byPolicy : byDane;
  }

  private Outcome withTls12() {
    return opportunistic(session -> new Capability(endpoint, session).withTls12());
  }

  private Outcome withPostQuantum() {
    return opportunistic(session -> new Capability(endpoint, session).withPostQuantum());
  }

  /** Whether the way from the domain to the host can be relied on (RFC 8689 section 4.2.1). */
  boolean isWayValidated() {
    return mx == MxTrust.SECURE
        || (sts instanceof MtaSts.Valid(var id, Policy policy)
            && policy.mode() == Mode.ENFORCE
            && policy.covers(host));
  }
}
