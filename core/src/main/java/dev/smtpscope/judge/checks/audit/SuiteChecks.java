package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.SuiteClass;
import dev.smtpscope.judge.checks.tls.Remedies;
import java.util.List;
import java.util.function.Function;

/** One check for each class of suites that a server had better refuse. */
public final class SuiteChecks {
  private static final Reference RFC_9325 = Reference.rfc(9325, "4.1");

  /** The worst first. */
  public static final List<Check> ALL =
      List.of(
          new SuiteCheck(
              "tls-null-accepted",
              "Are suites without encryption refused?",
              SuiteClass.NULL,
              Remedies.modern("Take suites without encryption (eNULL) off the list."),
              Account.of(
                  ByRole.ERROR,
                  "the server accepts suites without encryption",
                  "A session that looks encrypted can be read by anyone on the path.",
                  openssl("eNULL:@SECLEVEL=0"),
                  RFC_9325)),
          new SuiteCheck(
              "tls-export-accepted",
              "Are export suites refused?",
              SuiteClass.EXPORT,
              Remedies.modern("Take export suites off the list and update the TLS library."),
              Account.of(
                  ByRole.ERROR,
                  "the server accepts export suites",
                  "Keys of 40 or 56 bits are broken in no time, and FREAK and Logjam turn better"
                      + " connections into such ones.",
                  SuiteChecks::nmap,
                  RFC_9325,
                  Reference.page("FREAK (CVE-2015-0204)", nvd("CVE-2015-0204")),
                  Reference.page("Logjam", "https://weakdh.org/"))),
          new SuiteCheck(
              "tls-rc4-accepted",
              "Is RC4 refused?",
              SuiteClass.RC4,
              Remedies.modern("Take RC4 off the list of suites."),
              Account.of(
                  ByRole.ERROR,
                  "the server accepts RC4",
                  "RC4 gives away parts of what it encrypts; what is sent often, such as a"
                      + " password at each login, can be worked out.",
                  SuiteChecks::nmap,
                  Reference.rfc(7465, "2"),
                  RFC_9325)),
          new SuiteCheck(
              "tls-des-accepted",
              "Is DES refused?",
              SuiteClass.DES,
              Remedies.modern("Take DES off the list of suites."),
              Account.of(
                  ByRole.ERROR,
                  "the server accepts DES",
                  "Its keys have 56 bits and are found by trying them all.",
                  SuiteChecks::nmap,
                  Reference.rfc(5469, "3"),
                  RFC_9325)),
          new SuiteCheck(
              "tls-anonymous-accepted",
              "Are suites without authentication refused?",
              SuiteClass.ANONYMOUS,
              Remedies.modern(
                  "On submission ports take suites without authentication (aNULL) off the list. On"
                      + " port 25 nothing needs to be done."),
              Account.of(
                  new ByRole(Severity.INFO, Severity.ERROR),
                  "the server accepts suites without authentication",
                  "A client that picks one can't tell the server from an attacker on the path."
                      + " Mail programs are told not to; among mail servers that check no"
                      + " certificate nothing is lost, and Postfix accepts them on port 25 as it"
                      + " comes.",
                  openssl("aNULL:@SECLEVEL=0"),
                  Reference.rfc(7672, "8.2"),
                  RFC_9325)),
          new SuiteCheck(
              "tls-64-bit-block-accepted",
              "Are ciphers with blocks of 64 bits refused?",
              SuiteClass.BLOCK_64,
              Remedies.modern("Take 3DES and IDEA off the list of suites."),
              Account.of(
                  ByRole.WARNING,
                  "the server accepts ciphers with blocks of 64 bits",
                  "Contents leak once some tens of gigabytes went over one session (Sweet32).",
                  SuiteChecks::nmap,
                  RFC_9325,
                  Reference.page("Sweet32", "https://sweet32.info/"))),
          new SuiteCheck(
              "tls-static-key-exchange-accepted",
              "Are suites without forward secrecy refused?",
              SuiteClass.STATIC,
              Remedies.modern("Take suites without forward secrecy (kRSA) off the list."),
              Account.of(
                  new ByRole(Severity.NOTICE, Severity.WARNING),
                  "the server accepts suites without forward secrecy",
                  "Who gets hold of the server's key later can decrypt everything recorded until"
                      + " then, where client and server agreed on such a suite.",
                  openssl("kRSA:@SECLEVEL=0"),
                  RFC_9325)),
          new SuiteCheck(
              "tls-cbc-accepted",
              "Does TLS 1.2 do without CBC suites?",
              SuiteClass.CBC,
              Remedies.aead("Offer AES-GCM and ChaCha20-Poly1305 alone with TLS 1.2."),
              Account.of(
                  ByRole.NOTICE,
                  "the server accepts CBC suites with TLS 1.2",
                  "They have a long history of padding attacks (Lucky 13 and its kin) that each"
                      + " implementation has to fend off; AEAD suites are immune, and every client"
                      + " with TLS 1.2 that is kept up to date has them.",
                  openssl("SHA1:SHA256:SHA384:@SECLEVEL=0"),
                  Reference.rfc(7366, ""),
                  Reference.rfc(9325, "4.2"))));

  private SuiteChecks() {}

  private static String nmap(EndpointContext context) {
    return Reproduce.nmap(context, "ssl-enum-ciphers");
  }

  private static Function<EndpointContext, String> openssl(String ciphers) {
    return context -> Reproduce.openssl(context, "-tls1_2", "-cipher", ciphers);
  }

  private static String nvd(String cve) {
    return "https://nvd.nist.gov/vuln/detail/" + cve;
  }
}
