package dev.smtpscope.report;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of TLS, in a few words. */
final class TlsWords {
  private static final int QUOTE = 60;

  private TlsWords() {}

  static String of(TlsOutcome tls, Optional<PathVerdict> path, Instant at) {
    return switch (tls) {
      case TlsOutcome.NotReached(var why) -> "TLS not tested: " + why;
      case TlsOutcome.NotWanted notWanted -> "TLS not tried";
      case TlsOutcome.NotOffered notOffered -> "no STARTTLS";
      case TlsOutcome.Refused(var answer) -> "STARTTLS " + refusal(answer);
      case TlsOutcome.Failed failed -> "TLS handshake failed: " + failure(failed.failure());
      case TlsOutcome.Established(var session) ->
          session.version().label() + certificate(session, path, at);
    };
  }

  private static String refusal(Answer answer) {
    return switch (answer) {
      case Answer.Replied(var reply) -> "refused: " + Words.shortened(reply.line(), QUOTE);
      case Answer.Silent(var waited, var partial) -> "unanswered for " + Words.duration(waited);
      case Answer.Closed closed -> "answered by closing";
      case Answer.Reset reset -> "answered by a reset";
      case Answer.NotSmtp notSmtp -> "answered by something else than SMTP";
      case Answer.Excessive excessive -> "answered without end";
      case Answer.Interrupted interrupted -> "broken off";
      case Answer.NotAsked(var why) -> "not tested: " + why;
    };
  }

  private static String failure(HandshakeFailure failure) {
    return switch (failure) {
      case HandshakeFailure.AlertReceived(var alert) -> "alert " + alert.name();
      case HandshakeFailure.AlertSent(var alert, var detail) -> detail;
      case HandshakeFailure.Silent(var waited) -> "no answer within " + Words.duration(waited);
      case HandshakeFailure.Closed closed -> "closed by the server";
      case HandshakeFailure.Reset reset -> "reset by the server";
      case HandshakeFailure.NotTls(var protocol, var beginning) ->
          "the server speaks " + protocol.label();
      case HandshakeFailure.Excessive excessive -> "too much data";
      case HandshakeFailure.Interrupted interrupted -> "broken off";
    };
  }

  private static String certificate(TlsSession session, Optional<PathVerdict> path, Instant at) {
    return session
        .leaf()
        .map(leaf ->
            ", certificate "
                + path.map(verdict -> trust(verdict) + ", ").orElse("")
                + leaf.details().map(details -> validity(details, at)).orElse("unreadable"))
        .orElse(", no certificate");
  }

  private static String trust(PathVerdict path) {
    return switch (path) {
      case PathVerdict.Trusted trusted -> "trusted";
      case PathVerdict.SelfSigned selfSigned -> "self-signed";
      case PathVerdict.Incomplete incomplete -> "chain incomplete";
      case PathVerdict.UntrustedRoot untrusted -> "of an untrusted root";
      case PathVerdict.Broken broken -> "chain broken";
      case PathVerdict.Unreadable unreadable -> "unreadable";
    };
  }

  private static String validity(CertificateDetails details, Instant at) {
    if (at.isBefore(details.notBefore())) {
      return "not yet valid";
    }
    Duration left = Duration.between(at, details.notAfter());
    return left.isNegative() ? "expired " + days(left.negated()) + " ago" : days(left) + " left";
  }

  private static String days(Duration length) {
    return Words.count(length.toDays(), "day");
  }
}
