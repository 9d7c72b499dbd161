package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
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
    if (session.version() == TlsVersion.TLS_1_3) {
      return new Judgement.Inconclusive(
          "the server chose "
              + session.group().map(NamedGroup::name).orElse("another key exchange")
              + "; whether it could do better takes further connections to tell");
    }
    return outdated(Severity.INFO, context)
        .title("no post-quantum key exchange: the server does not speak TLS 1.3")
        .evidence("offered TLSv1.3 with X25519MLKEM768", agreed(session))
        .why("What is recorded today may be decrypted by a quantum computer one day.")
        .see(
            Reference.page(
                "ECDHE-MLKEM for TLS 1.3",
                "https://datatracker.ietf.org/doc/draft-ietf-tls-ecdhe-mlkem/"))
        .fail();
  }
}
