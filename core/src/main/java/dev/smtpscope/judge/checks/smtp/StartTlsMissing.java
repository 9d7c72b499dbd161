package dev.smtpscope.judge.checks.smtp;

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

/** The server answers EHLO, but does not offer STARTTLS. */
public final class StartTlsMissing implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.startTls("Give the server a certificate and have it offer STARTTLS.");

  @Override
  public String id() {
    return "starttls-missing";
  }

  @Override
  public String title() {
    return "Is STARTTLS offered?";
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
    boolean hidden = Mask.isOn(context) && !context.plainCapabilities().has("STARTTLS");
    return hidden
        ? Applicability.unknown("a firewall overwrites the capabilities")
        : Applicability.unless(Obstacles.beforeCapabilities(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context.plainCapabilities().has("STARTTLS") ? Judgement.pass() : failure(context);
  }

  private Judgement failure(EndpointContext context) {
    boolean auth = context.plainCapabilities().has("AUTH");
    boolean passwords = auth && context.role().isSubmission();
    return FindingBuilder.of(id(), passwords ? Severity.ERROR : Severity.WARNING, context)
        .title(
            passwords
                ? "STARTTLS is not offered, but authentication in plain text is"
                : "STARTTLS is not offered")
        .evidence(Evidence.of(context.endpoint().hello().ehlo().received().orElseThrow()))
        .why(passwords ? PASSWORDS : context.role().isSubmission() ? SUBMISSION : RELAY)
        .fix(REMEDY)
        .see(Reference.rfc(3207, "4"), Reference.rfc(8314, "3"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }

  private static final String PASSWORDS =
      "Whoever is on the way reads the users' passwords and mail.";
  private static final String SUBMISSION =
      "Whoever is on the way reads the users' mail, and clients that insist on TLS can't send.";
  private static final String RELAY =
      "Whoever is on the way reads the mail, and senders that insist on TLS can't deliver.";
}
