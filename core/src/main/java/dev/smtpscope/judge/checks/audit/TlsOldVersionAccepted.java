package dev.smtpscope.judge.checks.audit;

import static dev.smtpscope.facts.TlsVersion.TLS_1_0;
import static dev.smtpscope.facts.TlsVersion.TLS_1_1;
import static dev.smtpscope.facts.TlsVersion.TLS_1_2;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.checks.tls.Remedies;
import java.util.List;

/** The server speaks TLS 1.0 or 1.1 beside newer versions. */
public final class TlsOldVersionAccepted extends VersionCheck {
  private static final ByRole SEVERITY = new ByRole(Severity.WARNING, Severity.ERROR);

  public TlsOldVersionAccepted() {
    super(
        "tls-old-version-accepted",
        "Are TLS 1.0 and 1.1 refused?",
        List.of(TLS_1_0, TLS_1_1),
        Remedies.modern(
            "Switch TLS 1.0 and 1.1 off where no peer needs them any more; the server's log tells"
                + " which versions were agreed on."));
  }

  @Override
  Applicability appliesTo(EndpointContext context, Offering offering) {
    return context.session().filter(s -> s.version().compareTo(TLS_1_2) < 0).isPresent()
        ? Applicability.not("nothing newer is spoken, which tls-version-outdated tells")
        : Applicability.applies();
  }

  @Override
  Judgement finding(EndpointContext context, Offering offering, List<TlsVersion> spoken) {
    String option = spoken.contains(TLS_1_0) ? "-tls1" : "-tls1_1";
    return withRemedy(SEVERITY.at(context), context)
        .title(accepted(spoken))
        .evidence(evidence(offering, spoken))
        .why(why(context, spoken))
        .see(Reference.rfc(8996, "5"), Reference.rfc(8997, "3"), Reference.rfc(9325, "3.1.1"))
        .reproduce(Reproduce.openssl(context, option, "-cipher", "ALL:@SECLEVEL=0"))
        .fail();
  }

  private static String why(EndpointContext context, List<TlsVersion> spoken) {
    String beast =
        spoken.contains(TLS_1_0) ? " TLS 1.0 is open to BEAST where the client is not mended." : "";
    return "They rest on MD5 and SHA-1, have no AEAD suites and are deprecated."
        + beast
        + (context.role().isSubmission()
            ? " Every mail program that is kept up to date has TLS 1.2."
            : " For mail that would go in plain text otherwise they are better than nothing.");
  }
}
