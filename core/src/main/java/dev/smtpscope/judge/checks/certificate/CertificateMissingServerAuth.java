package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import java.util.List;
import java.util.Set;

/** The certificate is limited to other purposes than servers. */
public final class CertificateMissingServerAuth extends LeafCheck {
  private static final Set<String> FITTING = Set.of("serverAuth", "anyExtendedKeyUsage");

  public CertificateMissingServerAuth() {
    super(
        "certificate-missing-server-auth",
        "Is the certificate meant for servers?",
        Remedies.install(
            "Have a certificate issued for the purpose of TLS servers (extended key usage"
                + " serverAuth)."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    List<String> usages = leaf.extendedKeyUsages();
    return usages.isEmpty() || usages.stream().anyMatch(FITTING::contains)
        ? Judgement.pass()
        : finding(trust(context), context, "-subject -ext extendedKeyUsage")
            .title("the certificate is not meant for servers")
            .evidence("extended key usage " + String.join(", ", usages))
            .why(whyTrust(context))
            .see(Reference.rfc(5280, "4.2.1.12"))
            .fail();
  }
}
