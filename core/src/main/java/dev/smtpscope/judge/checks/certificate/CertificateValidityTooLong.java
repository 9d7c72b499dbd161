package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A publicly trusted certificate lasts longer than its authority may make it. */
public final class CertificateValidityTooLong extends LeafCheck {
  private static final List<Limit> LIMITS =
      List.of(
          new Limit("2029-03-15T00:00:00Z", 47),
          new Limit("2027-03-15T00:00:00Z", 100),
          new Limit("2026-03-15T00:00:00Z", 200),
          new Limit("2020-09-01T00:00:00Z", 398));

  public CertificateValidityTooLong() {
    super(
        "certificate-validity-too-long",
        "Is the certificate's lifetime within the rules for public authorities?",
        Remedies.install(
            "Have the certificate issued anew; with automatic renewal a short lifetime costs"
                + " nothing."));
  }

  private record Limit(String since, int days) {
    boolean holdsFor(Instant issued) {
      return !issued.isBefore(Instant.parse(since));
    }
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return context.path().isPresent() && !Paths.isPubliclyTrusted(context)
        ? Applicability.not("the rule binds public authorities only")
        : super.appliesTo(context);
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    Duration lifetime = Duration.between(leaf.notBefore(), leaf.notAfter());
    return limit(context, leaf.notBefore())
        .filter(limit -> lifetime.compareTo(limit) > 0)
        .map(limit -> failure(context, leaf, limit))
        .orElse(Judgement.pass());
  }

  private static Optional<Duration> limit(EndpointContext context, Instant issued) {
    Duration ours = context.rules().thresholds().maximumValidity();
    return LIMITS.stream()
        .filter(limit -> limit.holdsFor(issued))
        .findFirst()
        .map(limit -> Duration.ofDays(limit.days()))
        .map(limit -> limit.compareTo(ours) < 0 ? limit : ours);
  }

  private Judgement failure(EndpointContext context, CertificateDetails leaf, Duration limit) {
    return finding(Severity.NOTICE, context, "-subject -issuer -dates")
        .title("the certificate is valid for longer than " + Words.duration(limit))
        .evidence("not before " + leaf.notBefore(), "not after  " + leaf.notAfter())
        .evidence("issuer " + leaf.issuer())
        .why("Clients that hold public authorities to their own rules refuse the certificate.")
        .see(
            Reference.page(
                "CA/Browser Forum Baseline Requirements 6.3.2",
                "https://cabforum.org/working-groups/server/baseline-requirements/"))
        .fail();
  }
}
