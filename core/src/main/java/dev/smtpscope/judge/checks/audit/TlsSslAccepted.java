package dev.smtpscope.judge.checks.audit;

import static dev.smtpscope.facts.TlsVersion.SSL_2;
import static dev.smtpscope.facts.TlsVersion.SSL_3;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.checks.tls.Remedies;
import java.util.List;

/** The server speaks SSLv2 or SSLv3. */
public final class TlsSslAccepted extends VersionCheck {
  public TlsSslAccepted() {
    super(
        "tls-ssl-accepted",
        "Are SSLv2 and SSLv3 refused?",
        List.of(SSL_2, SSL_3),
        Remedies.modern(
            "Switch SSLv2 and SSLv3 off, on every server that has the same key, and update the TLS"
                + " library."));
  }

  @Override
  Judgement finding(EndpointContext context, Offering offering, List<TlsVersion> spoken) {
    return withRemedy(Severity.ERROR, context)
        .title(accepted(spoken))
        .evidence(evidence(offering, spoken))
        .why(spoken.contains(SSL_2) ? drown() : poodle())
        .see(
            Reference.rfc(6176, "3"),
            Reference.rfc(7568, "3"),
            Reference.page("DROWN", "https://drownattack.com/"))
        .reproduce(Reproduce.nmap(context, spoken.contains(SSL_2) ? "sslv2" : "ssl-enum-ciphers"))
        .fail();
  }

  private static String drown() {
    return "By way of SSLv2 sessions of TLS with the same key can be decrypted (DROWN), also those"
        + " with other servers that share it.";
  }

  private static String poodle() {
    return "Attackers on the path can have connections fall back to SSLv3, and work out parts of"
        + " what they carry (POODLE).";
  }
}
