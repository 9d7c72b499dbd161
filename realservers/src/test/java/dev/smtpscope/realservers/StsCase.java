package dev.smtpscope.realservers;

import dev.smtpscope.judge.sender.Delivery;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.testkit.CertificateSpec;
import java.util.List;
import java.util.Optional;

/**
 * A mail domain with an MTA-STS policy.
 *
 * @param mx its MX host
 * @param texts the strings of its record, or of several
 * @param answer what the policy's host does, as nginx has it configured
 * @param certificate of the policy's host
 * @param delivery what becomes of the mail of a sender that follows policies (RFC 8461 section 5)
 * @param failure what that sender reports (RFC 8460 section 4.3)
 */
record StsCase(
    String name,
    String mx,
    List<String> texts,
    String answer,
    Optional<CertificateSpec> certificate,
    Delivery delivery,
    Optional<ResultType> failure) {
  static final String ZONE = "sts.example";
  static final String MX = "mx." + ZONE;
  static final String PATH = "/.well-known/mta-sts.txt";

  /** With a policy of these lines, and a certificate that holds. */
  static StsCase of(String name, Delivery delivery, String... lines) {
    return new StsCase(
            name,
            MX,
            List.of("v=STSv1; id=20260101;"),
            "",
            Optional.of(StsCases.CA.server(host(name))),
            delivery,
            Optional.empty())
        .answer("return 200 \"" + String.join("\\r\\n", lines) + "\\r\\n\"");
  }

  StsCase answer(String directive) {
    return new StsCase(name, mx, texts, directive, certificate, delivery, failure);
  }

  StsCase texts(String... records) {
    return new StsCase(name, mx, List.of(records), answer, certificate, delivery, failure);
  }

  StsCase mx(String other) {
    return new StsCase(name, other, texts, answer, certificate, delivery, failure);
  }

  StsCase reports(ResultType type) {
    return new StsCase(name, mx, texts, answer, certificate, delivery, Optional.of(type));
  }

  StsCase certificate(CertificateSpec other) {
    return new StsCase(name, mx, texts, answer, Optional.of(other), delivery, failure);
  }

  /** The policy's host answers HTTP without TLS. */
  StsCase withoutTls() {
    return new StsCase(name, mx, texts, answer, Optional.empty(), delivery, failure);
  }

  String domain() {
    return name + "." + ZONE;
  }

  String host() {
    return host(name);
  }

  private static String host(String name) {
    return "mta-sts." + name + "." + ZONE;
  }

  @Override
  public String toString() {
    return name;
  }
}
