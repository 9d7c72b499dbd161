package dev.smtpscope.probe.dialogue;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.Evidence;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Speaks SMTP over a wire: one command, one answer, everything recorded. Whatever the peer does
 * comes back as an {@link Answer}. For one thread.
 */
public final class Dialogue {
  private static final int EVIDENCE_OCTETS = 200;

  private final Wire wire;
  private final Evidence evidence;
  private final ReplyParser parser = new ReplyParser();
  private final byte[] buffer = new byte[4_096];

  public Dialogue(Wire wire, Evidence evidence) {
    this.wire = wire;
    this.evidence = evidence;
  }

  /** Waits for what the server says of itself. */
  public Answer greeting(Deadline deadline) {
    return answer(deadline);
  }

  /** Sends a command line, without its end, and waits for the answer. */
  public Answer command(String line, Deadline deadline) {
    noteUnasked(Anomaly.Kind.UNASKED_REPLY);
    evidence.client(Visible.ofText(line));
    try {
      wire.until(deadline);
      wire.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return broken(e, Duration.ZERO);
    }
    return answer(deadline);
  }

  /** Takes {@code stray} for a reply that nobody asked for and waits for the next. */
  public Answer afterUnasked(Answer stray, Deadline deadline) {
    String line = stray.received().map(Reply::line).orElse("");
    evidence.anomaly(Anomaly.Kind.UNASKED_REPLY, line);
    return answer(deadline);
  }

  /** Records and discards what came after the reply that allowed TLS; none of it may enter TLS. */
  public void discardBeforeTls() {
    noteUnasked(Anomaly.Kind.BYTES_AFTER_STARTTLS);
  }

  /** Whether the peer has said anything yet that was not a complete reply. */
  public boolean isSilent() {
    return !parser.isAmidReply();
  }

  private Answer answer(Deadline deadline) {
    Duration limit = deadline.limit();
    wire.until(deadline);
    while (true) {
      switch (parser.next(this::onLine)) {
        case ReplyParser.Step.Complete complete -> {
          complete.oddities().forEach(kind -> evidence.anomaly(kind, complete.reply().line()));
          return new Answer.Replied(complete.reply());
        }
        case ReplyParser.Step.NotAReply foreign -> {
          return foreign(foreign.beginning().toArray());
        }
        case ReplyParser.Step.TooLong tooLong -> {
          evidence.event(
              "gave up reading: more than " + ReplyParser.MAX_OCTETS + " octets in one reply");
          return new Answer.Excessive(ReplyParser.MAX_OCTETS, tooLong.beginning());
        }
        case ReplyParser.Step.NeedMore more -> {
          try {
            int count = wire.read(buffer);
            if (count < 0) {
              return closed();
            }
            parser.feed(buffer, count);
          } catch (IOException e) {
            return broken(e, limit);
          }
        }
      }
    }
  }

  private void onLine(String text, List<Anomaly.Kind> oddities) {
    evidence.server(text);
    oddities.forEach(kind -> evidence.anomaly(kind, text));
  }

  private Answer foreign(byte[] beginning) {
    String shown = Visible.of(beginning, 0, Math.min(beginning.length, EVIDENCE_OCTETS));
    if (parser.hasPending()) {
      evidence.server(shown);
    }
    PeerProtocol protocol = PeerProtocols.guess(beginning);
    return new Answer.NotSmtp(
        protocol == PeerProtocol.SMTP ? PeerProtocol.UNKNOWN : protocol, shown);
  }

  private Answer closed() {
    recordPartial();
    evidence.event("the server closed the connection");
    return new Answer.Closed(parser.partial());
  }

  private Answer broken(IOException e, Duration waited) {
    recordPartial();
    if (Thread.currentThread().isInterrupted()) {
      evidence.event("the check was stopped");
      return new Answer.Interrupted(parser.partial());
    }
    if (e instanceof SocketTimeoutException) {
      return silent(waited);
    }
    evidence.event("the connection broke");
    return new Answer.Reset(parser.partial());
  }

  private Answer silent(Duration waited) {
    byte[] rest = parser.peek();
    if (rest.length > 0
        && PeerProtocols.guess(rest) != PeerProtocol.SMTP
        && !startsWithDigit(rest)) {
      return foreign(rest);
    }
    evidence.event("no complete reply in " + seconds(waited) + " s");
    return new Answer.Silent(waited, parser.partial());
  }

  private static boolean startsWithDigit(byte[] bytes) {
    return bytes[0] >= '0' && bytes[0] <= '9';
  }

  private void recordPartial() {
    if (parser.hasPending()) {
      byte[] rest = parser.peek();
      evidence.server(Visible.of(rest, 0, Math.min(rest.length, EVIDENCE_OCTETS)));
    }
  }

  private static String seconds(Duration time) {
    return String.valueOf(Math.round(time.toMillis() / 100.0) / 10.0).replaceFirst("\\.0$", "");
  }

  private void noteUnasked(Anomaly.Kind kind) {
    readWhatIsThere();
    byte[] rest = parser.drain();
    if (rest.length > 0) {
      String shown = Visible.of(rest, 0, Math.min(rest.length, EVIDENCE_OCTETS));
      List.of(shown.split("(\\\\x0D)?\\\\x0A")).forEach(evidence::server);
      evidence.anomaly(kind, shown);
    }
  }

  private void readWhatIsThere() {
    try {
      for (int i = 0; i < 16 && wire.isReadable(); i++) {
        int count = wire.read(buffer);
        if (count < 0) {
          return;
        }
        parser.feed(buffer, count);
      }
    } catch (IOException e) {
      // the next read meets the same end and reports it
    }
  }
}
