package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.target.TlsMode;
import java.util.List;

/** Plain-text bytes follow the 220 to STARTTLS. */
public final class BytesAfterStartTls implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
          "Update the server: it has to throw away what it had read or queued in plain text before"
              + " TLS begins. Postfix does since 2.8.0, and no setting is needed. If it is up to"
              + " date, look for a proxy on the way that adds the bytes.");

  @Override
  public String id() {
    return "bytes-after-starttls";
  }

  @Override
  public String title() {
    return "Is the line silent between STARTTLS and TLS?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    if (context.tlsMode() == TlsMode.IMPLICIT) {
      return Applicability.not("TLS begins with the first byte on this port");
    }
    boolean upgraded =
        context.session().isPresent() || context.endpoint().tls() instanceof TlsOutcome.Failed;
    return upgraded
        ? Applicability.applies()
        : Tls.whereTried(context, Obstacles.beforeTls(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    List<String> bytes =
        context.endpoint().anomalies().stream()
            .filter(a -> a.kind() == Anomaly.Kind.BYTES_AFTER_STARTTLS)
            .map(a -> "in plain text after the 220 to STARTTLS: " + a.evidence())
            .toList();
    return bytes.isEmpty() ? Judgement.pass() : failure(context, bytes);
  }

  private Judgement failure(EndpointContext context, List<String> bytes) {
    Severity severity = context.role().isSubmission() ? Severity.ERROR : Severity.WARNING;
    return FindingBuilder.of(id(), severity, context)
        .title("plain-text bytes came after the 220 to STARTTLS")
        .evidence(bytes)
        .why(
            "A program that takes such bytes for part of the encrypted conversation lets someone on"
                + " the way slip in commands or replies, and with them steal mail or passwords.")
        .fix(REMEDY)
        .see(
            Reference.rfc(3207, "4.2"),
            Reference.page("CVE-2011-0411", "https://www.postfix.org/CVE-2011-0411.html"))
        .reproduce(Reproduce.openssl(context, "-msg"))
        .fail();
  }
}
