package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.checks.tls.Sessions;
import dev.smtpscope.judge.pki.PathVerdict;

/** What the server sent as its certificate is none. */
public final class CertificateUnreadable extends LeafCheck {
  public CertificateUnreadable() {
    super(
        "certificate-unreadable",
        "Can the certificate be read?",
        Remedies.install("Have the certificate issued again by a tool that follows RFC 5280."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereEstablished(
        context,
        session ->
            session.leaf().isPresent()
                ? Applicability.applies()
                : Applicability.not("the server sent no certificate"));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    PeerCertificate leaf = context.session().flatMap(TlsSession::leaf).orElseThrow();
    boolean readable =
        leaf.details().isPresent()
            && context.path().filter(p -> p instanceof PathVerdict.Unreadable).isEmpty();
    return readable
        ? Judgement.pass()
        : finding(warningOrError(context), context, "-text")
            .title("the certificate can't be read as X.509")
            .evidence("SHA-256 of what was sent " + leaf.sha256())
            .why("A client that can't read the certificate breaks the handshake off.")
            .see(Reference.rfc(5280, "4.1"))
            .fail();
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    return judge(context);
  }
}
