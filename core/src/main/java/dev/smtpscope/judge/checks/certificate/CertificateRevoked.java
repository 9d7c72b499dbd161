package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.OcspStaple.Content.Answered;
import dev.smtpscope.facts.OcspStaple.Signature;
import dev.smtpscope.facts.OcspStaple.Status;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import java.time.Instant;
import java.util.Optional;

/** The stapled OCSP response says that the certificate was revoked. */
public final class CertificateRevoked extends LeafCheck {
  public CertificateRevoked() {
    super(
        "certificate-revoked",
        "Has the certificate been revoked?",
        Remedies.install(
            "Ask the certification authority why, have a new certificate issued, with a new key"
                + " unless the old one is surely nobody else's, put it in place and reload the"
                + " server."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Applicability readable = super.appliesTo(context);
    return readable instanceof Applicability.Applies
        ? context
            .session()
            .flatMap(TlsSession::ocspStaple)
            .map(staple -> ofStaple(staple, context.facts().observedAt()))
            .orElseGet(() -> Applicability.not("the server stapled no OCSP response"))
        : readable;
  }

  private static Applicability ofStaple(OcspStaple staple, Instant now) {
    return staple
        .answer()
        .map(answer -> ofAnswer(answer, now))
        .orElseGet(() -> Applicability.unknown("the stapled OCSP response holds no answer"));
  }

  private static Applicability ofAnswer(Answered answer, Instant now) {
    if (!answer.aboutLeaf()) {
      return Applicability.unknown("the stapled OCSP response is about another certificate");
    }
    if (answer.signature() != Signature.VALID) {
      return Applicability.unknown("the signature of the stapled OCSP response was not verified");
    }
    return switch (answer.status()) {
      case Status.Revoked revoked -> Applicability.applies();
      case Status.Unknown unknown -> Applicability.unknown("the OCSP responder does not know it");
      case Status.Good good ->
          answer.nextUpdate().filter(now::isAfter).isPresent()
              ? Applicability.unknown("the stapled OCSP response is outdated")
              : Applicability.applies();
    };
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    Optional<Answered> answer =
        context.session().flatMap(TlsSession::ocspStaple).flatMap(OcspStaple::answer);
    return answer.isPresent() && answer.get().status() instanceof Status.Revoked revoked
        ? revoked(context, leaf, answer.get(), revoked)
        : Judgement.pass();
  }

  private Judgement revoked(
      EndpointContext context, CertificateDetails leaf, Answered answer, Status.Revoked revoked) {
    return FindingBuilder.of(id(), warningOrError(context), context)
        .fix(remedies().getFirst())
        .title("the certificate was revoked")
        .evidence(
            "revoked " + revoked.at() + revoked.reason().map(r -> ", " + r).orElse(""),
            "serial  " + leaf.serial(),
            "said by " + answer.responder() + ", " + answer.thisUpdate())
        .why(whyTrust(context))
        .see(Reference.rfc(6960, "2.2"), Reference.rfc(5280, "5.3.1"))
        .reproduce(Reproduce.openssl(context, "-status"))
        .fail();
  }
}
