package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.audit.TraitCheck.Question;
import java.util.List;

/** One check for each test that behaves as an attacker would. */
public final class ActiveChecks {
  private static final String NEW_KEY =
      "Then make a new key, have a new certificate issued and the old one revoked.";

  /** The worst first. */
  public static final List<Check> ALL =
      List.of(
          new TraitCheck(
              "tls-heartbleed",
              "Is the server free of Heartbleed?",
              Question.withstands(ActiveTest.HEARTBLEED),
              AuditRemedies.update(NEW_KEY + " Passwords may be known as well."),
              Account.of(
                  ByRole.ERROR,
                  "the server has the Heartbleed fault",
                  "Anyone may read its memory: keys, passwords and mail.",
                  context -> Reproduce.nmap(context, "ssl-heartbleed"),
                  Reference.page("Heartbleed (CVE-2014-0160)", "https://heartbleed.com/"))),
          new TraitCheck(
              "tls-ccs-injection",
              "Is the server free of CCS injection?",
              Question.withstands(ActiveTest.CCS_INJECTION),
              AuditRemedies.update(""),
              Account.of(
                  ByRole.ERROR,
                  "the server takes ChangeCipherSpec too early",
                  "An attacker on the path can make client and server use keys that he knows"
                      + " (CVE-2014-0224).",
                  context -> Reproduce.nmap(context, "ssl-ccs-injection"),
                  Reference.page(
                      "CVE-2014-0224", "https://nvd.nist.gov/vuln/detail/CVE-2014-0224"))),
          new TraitCheck(
              "tls-robot",
              "Does RSA key exchange withstand ROBOT?",
              Question.withstands(ActiveTest.ROBOT),
              AuditRemedies.update("Take suites with static RSA key exchange off the list."),
              Account.of(
                  ByRole.ERROR,
                  "the server tells right from wrong padding of RSA (ROBOT)",
                  "By many questions an attacker can decrypt recorded sessions, or sign with the"
                      + " server's key.",
                  context -> Reproduce.testssl(context, "--robot"),
                  Reference.rfc(5246, "7.4.7.1"),
                  Reference.page("ROBOT", "https://robotattack.org/"))),
          new TraitCheck(
              "tls-ticketbleed",
              "Is the server free of Ticketbleed?",
              Question.withstands(ActiveTest.TICKETBLEED),
              Remedy.of("Update the load balancer (F5 BIG-IP), or switch session tickets off."),
              Account.of(
                  ByRole.ERROR,
                  "the server has the Ticketbleed fault",
                  "It gives away up to 31 octets of its memory at a time.",
                  context -> Reproduce.testssl(context, "--ticketbleed"),
                  Reference.page(
                      "CVE-2016-9244", "https://nvd.nist.gov/vuln/detail/CVE-2016-9244"))),
          new TraitCheck(
              "starttls-command-injection",
              "Are commands before the handshake thrown away?",
              Question.withstands(ActiveTest.COMMAND_INJECTION),
              Remedy.of(
                  "Update the mail server, or the proxy before it: what came in after STARTTLS in"
                      + " plain text is to be thrown away before the handshake."),
              Account.of(
                  ByRole.ERROR,
                  "commands sent before the handshake are carried out inside TLS",
                  "An attacker on the path can put own commands before a client's, and get hold"
                      + " of its password or mail (CVE-2011-0411).",
                  context -> Reproduce.testssl(context, "--starttls-injection"),
                  Reference.rfc(3207, "6"),
                  Reference.page("NO STARTTLS", "https://nostarttls.secvuln.info/"))),
          new TraitCheck(
              "starttls-response-buffering",
              "Does no reply from before the handshake appear inside TLS?",
              Question.withstands(ActiveTest.RESPONSE_BUFFERING),
              Remedy.of(
                  "Update the mail server, or the proxy before it: replies that were not sent when"
                      + " TLS begins are to be thrown away."),
              Account.of(
                  ByRole.WARNING,
                  "replies from before the handshake appear inside TLS",
                  "Client and server no longer agree on which reply belongs to which command, so"
                      + " that a client may take a refusal for consent.",
                  context -> Reproduce.testssl(context, "--starttls-injection"),
                  Reference.rfc(3207, "4.2"),
                  Reference.page("NO STARTTLS", "https://nostarttls.secvuln.info/"))),
          new TraitCheck(
              "tls-large-key-share",
              "Do large hellos of post-quantum clients get through?",
              Question.withstands(ActiveTest.LARGE_KEY_SHARE),
              Remedy.of(
                  "Update what stands between: a firewall or load balancer that takes a hello in"
                      + " several packets for an attack. Where it is the server itself, update its"
                      + " TLS library."),
              Account.of(
                  ByRole.WARNING,
                  "a hello with an ML-KEM key share does not get through",
                  "Clients with a current TLS library send such hellos first, which are longer"
                      + " than a packet; with them the handshake fails.",
                  context -> Reproduce.openssl(context, "-groups", "X25519MLKEM768:X25519"),
                  Reference.page("TLDR fail", "https://tldr.fail/"))),
          new TraitCheck(
              "tls-client-renegotiation",
              "Is renegotiation by the client refused?",
              Question.withstands(ActiveTest.CLIENT_RENEGOTIATION),
              AuditRemedies.noRenegotiation(),
              Account.of(
                  ByRole.both(Severity.NOTICE),
                  "clients may renegotiate as they like",
                  "Each renegotiation costs the server many times what it costs the client, which"
                      + " makes it easy to keep busy.",
                  context -> Reproduce.openssl(context, "-tls1_2"),
                  Reference.rfc(9325, "3.5"))));

  private ActiveChecks() {}
}
