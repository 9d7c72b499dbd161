package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyCheck;
import dev.smtpscope.judge.checks.tls.Sessions;
import java.util.Optional;

/** What the checks of the server's own certificate have in common. */
abstract class LeafCheck extends OneRemedyCheck {
  LeafCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereEstablished(context, LeafCheck::whereReadable);
  }

  /** As for any leaf, where there is a name to hold it against. */
  final Applicability whereNamed(EndpointContext context) {
    return context.referenceName().isEmpty()
        ? Applicability.not("an address was tested, so there is no name to compare with")
        : Sessions.whereEstablished(context, LeafCheck::whereReadable);
  }

  private static Applicability whereReadable(TlsSession session) {
    Optional<PeerCertificate> leaf = session.leaf();
    if (leaf.isEmpty()) {
      return Applicability.not("the server sent no certificate");
    }
    return leaf.get().details().isPresent()
        ? Applicability.applies()
        : Applicability.unknown("the certificate can't be read");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return judge(context, leaf(context));
  }

  abstract Judgement judge(EndpointContext context, CertificateDetails leaf);

  static CertificateDetails leaf(EndpointContext context) {
    return context
        .session()
        .flatMap(TlsSession::leaf)
        .flatMap(PeerCertificate::details)
        .orElseThrow();
  }

  /** A finding with what never differs filled in; {@code show} is for {@code openssl x509}. */
  FindingBuilder finding(Severity severity, EndpointContext context, String show) {
    return withRemedy(severity, context)
        .reproduce(Reproduce.openssl(context) + " 2>/dev/null | openssl x509 -noout " + show);
  }

  /** A finding about the chain as a whole. */
  FindingBuilder chainFinding(Severity severity, EndpointContext context) {
    return withRemedy(severity, context)
        .see(Reference.rfc(5280, "6.1"))
        .reproduce(Reproduce.openssl(context, "-showcerts"));
  }

  /** Trust and names bind mail clients; between mail servers they mostly do not (RFC 7435). */
  static Severity trust(EndpointContext context) {
    return context.role().isSubmission() ? Severity.ERROR : Severity.NOTICE;
  }

  static Severity warningOrError(EndpointContext context) {
    return context.role().isSubmission() ? Severity.ERROR : Severity.WARNING;
  }

  /** What a client of the role makes of a certificate that it can't trust. */
  static String whyTrust(EndpointContext context) {
    return context.role().isSubmission()
        ? "Mail programs refuse to log in, or ask users to accept the certificate by hand, which"
            + " teaches them to accept an attacker's as well."
        : "Most mail servers encrypt without checking the certificate. Those that do check it, by"
            + " MTA-STS, DANE or local policy, do not deliver.";
  }
}
