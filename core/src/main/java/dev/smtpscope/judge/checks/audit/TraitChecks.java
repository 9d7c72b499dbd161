package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.checks.audit.TraitCheck.Question;
import dev.smtpscope.judge.checks.tls.Remedies;
import java.util.List;
import java.util.function.Function;

/** One check for each trait that a server had better have, or lack. */
public final class TraitChecks {
  /** The worst first. */
  public static final List<Check> ALL =
      List.of(
          new TraitCheck(
              "tls-no-secure-renegotiation",
              "Is renegotiation bound to the session before?",
              Question.mustHave(Feature.SECURE_RENEGOTIATION).where(Versions::before13),
              AuditRemedies.update("Every library of the last ten years has the extension."),
              Account.of(
                  ByRole.WARNING,
                  "the server does not know secure renegotiation",
                  "An attacker on the path can put own words before a client's; many clients"
                      + " refuse such a server.",
                  openssl("-tls1_2"),
                  Reference.rfc(5746, "3.6"),
                  Reference.rfc(9325, "3.5"))),
          new TraitCheck(
              "tls-early-data-accepted",
              "Is early data (0-RTT) refused?",
              Question.mustNotHave(Feature.EARLY_DATA).where(Versions::has13),
              Remedies.modern("Switch early data (0-RTT) off: SMTP has no profile for it."),
              Account.of(
                  ByRole.WARNING,
                  "the server accepts early data (0-RTT)",
                  "Early data can be sent again by anyone who recorded it, so that a command may"
                      + " be carried out twice. No profile says how to use it with SMTP, which TLS"
                      + " 1.3 asks for.",
                  openssl("-tls1_3", "-sess_out", "session.pem"),
                  Reference.rfc(8446, "2.3"),
                  Reference.rfc(9325, "3.10"))),
          new TraitCheck(
              "tls-compression",
              "Is TLS compression off?",
              Question.mustNotHave(Feature.COMPRESSION).where(Versions::before13),
              AuditRemedies.noCompression(),
              Account.of(
                  new ByRole(Severity.NOTICE, Severity.WARNING),
                  "the server compresses inside TLS",
                  "The size of what is sent gives away its content to an attacker who can have"
                      + " something of his own sent along (CRIME).",
                  context -> Reproduce.nmap(context, "ssl-enum-ciphers"),
                  Reference.rfc(9325, "3.3"))),
          new TraitCheck(
              "tls-no-fallback-scsv",
              "Are needless fallbacks to older versions refused?",
              Question.mustHave(Feature.FALLBACK_SCSV).where(Versions::severalWithOld),
              Remedies.modern(
                  "Switch TLS 1.0 and 1.1 off, or update the server's TLS library to one that knows"
                      + " TLS_FALLBACK_SCSV."),
              Account.of(
                  ByRole.NOTICE,
                  "the server does not notice a needless fallback to an older version",
                  "A client that tries again with an older version after a failure, which an"
                      + " attacker may cause, is not told that a newer one would do.",
                  openssl("-tls1_1", "-fallback_scsv", "-cipher", "ALL:@SECLEVEL=0"),
                  Reference.rfc(7507, "3"))),
          new TraitCheck(
              "tls-heartbeat-offered",
              "Is the heartbeat extension off?",
              Question.mustNotHave(Feature.HEARTBEAT).where(TraitChecks::withoutHeartbleed),
              AuditRemedies.update("New versions of OpenSSL have no heartbeat at all."),
              Account.of(
                  ByRole.INFO,
                  "the server offers the heartbeat extension",
                  "Over TCP it is of no use. It was the door of Heartbleed: an offer hints at an"
                      + " old TLS library, not at the fault itself.",
                  openssl("-tls1_2", "-tlsextdebug"),
                  Reference.rfc(6520, ""))));

  private TraitChecks() {}

  private static Applicability withoutHeartbleed(Offering offering) {
    return offering.audit().trait(ActiveTest.HEARTBLEED).isYes()
        ? Applicability.not("tls-heartbleed tells more")
        : Applicability.applies();
  }

  private static Function<EndpointContext, String> openssl(String... options) {
    return context -> Reproduce.openssl(context, options);
  }
}
