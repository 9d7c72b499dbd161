package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.reference.Alerts;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.text.Words;
import java.util.List;

/** The TLS handshake broke. */
public final class TlsHandshakeFailed implements Check.OfEndpoint {
  private static final int INTERNAL_ERROR = 80;
  private static final int CERTIFICATE_REQUIRED = 116;

  private static final Remedy REMEDY =
      Remedies.modern(
          "Read the server's log of this moment: it names the cause. Mostly the certificate or key"
              + " can't be loaded, the protocol versions or suites it is limited to are outdated,"
              + " or a middlebox breaks the handshake.");

  @Override
  public String id() {
    return "tls-handshake-failed";
  }

  @Override
  public String title() {
    return "Does the TLS handshake succeed?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return context.endpoint().tls() instanceof TlsOutcome.Failed failed
        ? ofFailure(context, failed.failure())
        : Sessions.whereEstablished(context);
  }

  private static Applicability ofFailure(EndpointContext context, HandshakeFailure failure) {
    if (failure instanceof HandshakeFailure.Interrupted) {
      return Applicability.unknown("the scan was broken off during the handshake");
    }
    if (failure instanceof HandshakeFailure.NotTls && context.tlsMode() == TlsMode.IMPLICIT) {
      return Applicability.not("the port speaks another protocol");
    }
    return failure instanceof HandshakeFailure.AlertSent(TlsAlert alert, String detail)
            && alert.code() == INTERNAL_ERROR
        ? Applicability.unknown("our own side gave the handshake up: " + detail)
        : Applicability.applies();
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context.endpoint().tls() instanceof TlsOutcome.Failed failed
        ? failure(context, failed)
        : Judgement.pass();
  }

  private Judgement failure(EndpointContext context, TlsOutcome.Failed failed) {
    boolean submission = context.role().isSubmission();
    return FindingBuilder.of(id(), submission ? Severity.ERROR : Severity.WARNING, context)
        .title("the TLS handshake failed: " + words(failed.failure()))
        .evidence(evidence(failed))
        .why(
            submission
                ? "Without TLS a client must not send its password, so nobody can log in."
                : "Senders that insist on TLS do not deliver; others fall back to plain text.")
        .fix(REMEDY)
        .see(Reference.rfc(3207, "4"), Reference.rfc(8446, "6.2"))
        .reproduce(Reproduce.openssl(context))
        .fail();
  }

  private static List<String> evidence(TlsOutcome.Failed failed) {
    String stage =
        failed
            .version()
            .map(v -> "the server had chosen " + v.label())
            .orElse("no ServerHello came");
    return switch (failed.failure()) {
      case HandshakeFailure.AlertReceived(var alert) ->
          List.of("received " + named(alert), meaning(alert), stage);
      case HandshakeFailure.AlertSent(var alert, var detail) ->
          List.of("sent " + named(alert) + (detail.isEmpty() ? "" : ": " + detail), stage);
      case HandshakeFailure.NotTls(var protocol, var beginning) ->
          List.of("received: " + Words.shortened(beginning, 200), stage);
      case HandshakeFailure.Silent silent -> List.of(words(silent), stage);
      case HandshakeFailure.Closed closed -> List.of(words(closed), stage);
      case HandshakeFailure.Reset reset -> List.of(words(reset), stage);
      case HandshakeFailure.Excessive excessive -> List.of(words(excessive), stage);
      case HandshakeFailure.Interrupted interrupted -> List.of(words(interrupted), stage);
    };
  }

  private static String words(HandshakeFailure failure) {
    return switch (failure) {
      case HandshakeFailure.AlertReceived(var alert) ->
          alert.code() == CERTIFICATE_REQUIRED
              ? "the server demands a client certificate"
              : "the server gave up with " + alert.name();
      case HandshakeFailure.AlertSent(var alert, var detail) ->
          "what the server sent is not acceptable (" + alert.name() + ")";
      case HandshakeFailure.Silent(var waited) -> "no answer within " + Words.duration(waited);
      case HandshakeFailure.Closed closed -> "the server closed the connection";
      case HandshakeFailure.Reset reset -> "the connection was reset";
      case HandshakeFailure.NotTls(var protocol, var beginning) ->
          "the server answered with " + protocol.label();
      case HandshakeFailure.Excessive(var limit) -> "more than " + limit + " octets without an end";
      case HandshakeFailure.Interrupted interrupted -> "broken off";
    };
  }

  private static String named(TlsAlert alert) {
    return "alert " + alert.code() + " " + alert.name();
  }

  private static String meaning(TlsAlert alert) {
    return String.join(" ", Alerts.of(alert.code()).prose().paragraphs());
  }
}
