package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.software.Product;

/** The server can't do a post-quantum key exchange. */
public final class TlsNoPostQuantum extends SessionCheck {
  public TlsNoPostQuantum() {
    super(
        "tls-no-post-quantum",
        "Is the key exchange safe from quantum computers?",
        Remedy.of(
                "Update to a TLS library with X25519MLKEM768 (OpenSSL 3.5 and later), with TLS 1.3"
                    + " switched on.")
            .on(
                Product.POSTFIX,
                "/etc/postfix/main.cf",
                "tls_eecdh_auto_curves = X25519MLKEM768 X25519 prime256v1 secp384r1"));
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    if (session.group().filter(NamedGroup::isPostQuantum).isPresent()) {
      return Judgement.pass();
    }
    return Offering.of(context.endpoint())
        .map(offering -> audited(context, offering.postQuantum()))
        .orElseGet(() -> seen(context, session));
  }

  private Judgement audited(EndpointContext context, Trait trait) {
    return switch (trait.support()) {
      case YES -> Judgement.pass();
      case NO ->
          failure(
              context,
              "the server agrees to none",
              "offered nothing but post-quantum groups: " + trait.detail());
      case UNKNOWN -> new Judgement.Inconclusive(trait.detail());
    };
  }

  private Judgement seen(EndpointContext context, TlsSession session) {
    return session.version() == TlsVersion.TLS_1_3
        ? new Judgement.Inconclusive(
            "the server chose "
                + session.group().map(NamedGroup::name).orElse("another key exchange")
                + "; whether it could do better takes a TLS audit to tell")
        : failure(
            context,
            "the server does not speak TLS 1.3",
            "offered TLSv1.3 with X25519MLKEM768; " + agreed(session));
  }

  private Judgement failure(EndpointContext context, String what, String evidence) {
    return outdated(Severity.INFO, context)
        .title("no post-quantum key exchange: " + what)
        .evidence(evidence)
        .why("What is recorded today may be decrypted by a quantum computer one day.")
        .see(
            Reference.page(
                "ECDHE-MLKEM for TLS 1.3",
                "https://datatracker.ietf.org/doc/draft-ietf-tls-ecdhe-mlkem/"))
        .fail();
  }
}
