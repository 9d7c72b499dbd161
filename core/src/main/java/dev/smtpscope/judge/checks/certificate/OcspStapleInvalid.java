package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.OcspStaple.Content;
import dev.smtpscope.facts.OcspStaple.Signature;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The server staples an OCSP response that proves nothing about its certificate. */
public final class OcspStapleInvalid extends LeafCheck {
  private static final Duration SKEW = Duration.ofMinutes(5);

  public OcspStapleInvalid() {
    super(
        "ocsp-staple-invalid",
        "Does the stapled OCSP response vouch for the certificate?",
        Remedy.of(
            "Let the job that fetches the response run often enough, after each renewal of the"
                + " certificate too, and reload the server when it has; or let the server staple"
                + " nothing."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Applicability readable = super.appliesTo(context);
    return readable instanceof Applicability.Applies && staple(context).isEmpty()
        ? Applicability.not("the server stapled no OCSP response")
        : readable;
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    return staple(context)
        .flatMap(staple -> problem(staple.content(), context.facts().observedAt()))
        .map(problem -> fail(context, leaf, problem))
        .orElseGet(Judgement::pass);
  }

  private static Optional<OcspStaple> staple(EndpointContext context) {
    return context.session().flatMap(TlsSession::ocspStaple);
  }

  private static Optional<String> problem(Content content, Instant now) {
    return switch (content) {
      case Content.Unreadable unreadable -> Optional.of("can't be read");
      case Content.Unsuccessful(var status) -> Optional.of("holds only the error " + status);
      case Content.Answered answer -> problem(answer, now);
    };
  }

  private static Optional<String> problem(Content.Answered answer, Instant now) {
    if (!answer.aboutLeaf()) {
      return Optional.of("is about another certificate");
    }
    if (answer.signature() == Signature.INVALID) {
      return Optional.of("is not signed by the certificate's issuer or in its name");
    }
    return answer.thisUpdate().minus(SKEW).isAfter(now)
        ? Optional.of("holds only from " + answer.thisUpdate() + " on")
        : answer.nextUpdate().filter(now::isAfter).map(end -> "ran out " + end);
  }

  private Judgement fail(EndpointContext context, CertificateDetails leaf, String problem) {
    return FindingBuilder.of(id(), Severity.NOTICE, context)
        .fix(remedies().getFirst())
        .title("the stapled OCSP response does not vouch for the certificate")
        .evidence(
            "the response " + problem,
            "observed " + context.facts().observedAt(),
            "serial of the certificate " + leaf.serial())
        .why(
            "Clients that check revocation have to ask the authority themselves, or take the"
                + " certificate for a bad one.")
        .see(Reference.rfc(6960, "3.2"), Reference.rfc(6066, "8"))
        .reproduce(Reproduce.openssl(context, "-status"))
        .fail();
  }
}
