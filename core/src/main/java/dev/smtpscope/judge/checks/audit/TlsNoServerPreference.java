package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Choice;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.SuiteClass;
import java.util.List;
import java.util.stream.Stream;

/** The client's order decides, and there are suites that it had better not pick. */
public final class TlsNoServerPreference extends AuditCheck {
  private static final List<SuiteClass> BAD =
      List.of(
          SuiteClass.NULL,
          SuiteClass.EXPORT,
          SuiteClass.RC4,
          SuiteClass.DES,
          SuiteClass.BLOCK_64,
          SuiteClass.STATIC);

  public TlsNoServerPreference() {
    super(
        "tls-no-server-preference",
        "Does the server see to it that weak suites are not picked?",
        AuditRemedies.serverOrder());
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    List<VersionFacts> versions =
        offering
            .audit()
            .spoken()
            .filter(v -> v.version() != TlsVersion.TLS_1_3 && v.version() != TlsVersion.SSL_2)
            .toList();
    List<String> open =
        versions.stream()
            .filter(v -> v.preference() == Preference.CLIENT)
            .flatMap(v -> bad(offering, v))
            .toList();
    if (!open.isEmpty()) {
      return finding(context, open);
    }
    return versions.stream()
        .filter(v -> v.preference() == Preference.UNKNOWN && bad(offering, v).findAny().isPresent())
        .findFirst()
        .<Judgement>map(v ->
            new Judgement.Inconclusive(
                "whose order decides was not found out for " + v.version().label()))
        .orElseGet(Judgement::pass);
  }

  private static Stream<String> bad(Offering offering, VersionFacts version) {
    return BAD.stream()
        .flatMap(kind -> offering.accepted(kind).stream())
        .filter(choice -> choice.version() == version.version())
        .distinct()
        .map(Choice::label)
        .limit(4);
  }

  private Judgement finding(EndpointContext context, List<String> open) {
    return withRemedy(Severity.NOTICE, context)
        .title("the client's order decides, and weak suites are on the list")
        .evidence("offered in reverse order, the server chose by the client's order")
        .evidence(open.stream().map(suite -> "accepts " + suite).toList())
        .why("A client that puts a weak suite first gets it, though a good one was on its list.")
        .see(Reference.rfc(9325, "4.2.1"))
        .reproduce(Reproduce.nmap(context, "ssl-enum-ciphers"))
        .fail();
  }
}
