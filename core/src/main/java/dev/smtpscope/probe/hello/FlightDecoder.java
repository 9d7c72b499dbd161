package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.probe.hello.HelloOutcome.Accepted;
import dev.smtpscope.probe.hello.HelloOutcome.Alert;
import dev.smtpscope.probe.hello.HelloOutcome.Excessive;
import dev.smtpscope.probe.hello.HelloOutcome.Malformed;
import dev.smtpscope.probe.hello.HelloOutcome.NotTls;
import java.util.Optional;

/**
 * Reads the answer to a hello as it comes. It ends where the clear part of the flight does: at
 * ServerHelloDone, at the first message of TLS 1.3, at ChangeCipherSpec or at an alert that is more
 * than a warning. How the octets are cut does not matter. For one connection; not for several
 * threads.
 */
public final class FlightDecoder {
  /** The most octets of an answer that are read. */
  public static final int MOST = 512 * 1024;

  private static final int RECORD_HEADER = 5;
  private static final int LONGEST_RECORD = Records.LONGEST + 2048;
  private static final int WARNING = 1;
  private static final int CLOSE_NOTIFY = 0;
  private static final int START = 64;

  private final Octets pending = new Octets();
  private final Handshake handshake = new Handshake();
  private int digested;
  private Optional<Alert> warning = Optional.empty();
  private Optional<HelloOutcome> outcome = Optional.empty();

  /** The outcome, as soon as {@code bytes} and what came before decide it. */
  public Optional<HelloOutcome> add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  /** The same with {@code length} octets from {@code offset} on. */
  public Optional<HelloOutcome> add(byte[] bytes, int offset, int length) {
    if (outcome.isEmpty()) {
      pending.add(bytes, offset, length);
      digest();
    }
    return outcome;
  }

  /**
   * The outcome when nothing more comes.
   *
   * @param how the connection ended; the outcome itself when nothing had come before
   */
  public HelloOutcome ended(HelloOutcome how) {
    return outcome
        .or(() -> flight().map(Accepted::new))
        .or(this::cutOff)
        .or(() -> warning)
        .orElse(how);
  }

  /** What the server said so far; also where it ended in an alert or broke the protocol. */
  public Optional<ServerFlight> flight() {
    return handshake.flight();
  }

  private Optional<HelloOutcome> cutOff() {
    if (pending.size() > 0 && digested == 0 && !mayBeTls() && !Ssl2Answer.mayBegin(pending)) {
      return Optional.of(notTls(pending.size()));
    }
    return pending.size() > 0 || handshake.isAmidst()
        ? Optional.of(new Malformed("the answer stops within a message"))
        : Optional.empty();
  }

  private void digest() {
    try {
      while (outcome.isEmpty() && step()) {
        // until more is needed
      }
    } catch (MalformedException e) {
      outcome = Optional.of(new Malformed(e.why()));
    }
  }

  private boolean step() throws MalformedException {
    if (pending.size() == 0) {
      return false;
    }
    if (digested > 0 || mayBeTls()) {
      return record();
    }
    if (Ssl2Answer.mayBegin(pending)) {
      outcome = Ssl2Answer.read(pending);
    } else {
      outcome = notTls();
    }
    return false;
  }

  /** Alerts in answer to SSLv2 may carry a version of zero. */
  private boolean mayBeTls() {
    int type = pending.at(0);
    return (type == Records.HANDSHAKE || type == Records.ALERT)
        && (pending.size() == 1
            || pending.at(1) == 3
            || (type == Records.ALERT && pending.at(1) == 0));
  }

  private Optional<HelloOutcome> notTls() {
    for (int i = 0; i < pending.size(); i++) {
      if (pending.at(i) == '\n' || i + 1 == START) {
        return Optional.of(notTls(i + 1));
      }
    }
    return Optional.empty();
  }

  private NotTls notTls(int length) {
    return new NotTls(Bytes.of(pending.first(length)));
  }

  private boolean record() throws MalformedException {
    if (pending.size() < RECORD_HEADER) {
      return false;
    }
    int length = pending.number(3, 2);
    if (length > LONGEST_RECORD) {
      throw new MalformedException("a record of " + length + " octets");
    }
    if (digested + RECORD_HEADER + length > MOST) {
      outcome = Optional.of(new Excessive());
      return false;
    }
    if (pending.size() < RECORD_HEADER + length) {
      return false;
    }
    int type = pending.at(0);
    pending.take(RECORD_HEADER);
    digested += RECORD_HEADER + length;
    outcome = content(type, pending.take(length));
    return true;
  }

  private Optional<HelloOutcome> content(int type, byte[] content) throws MalformedException {
    return switch (type) {
      case Records.HANDSHAKE -> handshake.add(content);
      case Records.ALERT -> alert(content);
      case Records.CHANGE_CIPHER_SPEC -> handshake.changeCipherSpec();
      default -> throw new MalformedException("a record of type " + type + " in a handshake");
    };
  }

  private Optional<HelloOutcome> alert(byte[] content) throws MalformedException {
    if (content.length != 2) {
      throw new MalformedException("an alert of " + content.length + " octets");
    }
    Alert alert = new Alert(content[0] & 0xFF, content[1] & 0xFF);
    if (alert.level() == WARNING && alert.code() != CLOSE_NOTIFY) {
      warning = Optional.of(alert);
      return Optional.empty();
    }
    return Optional.of(alert);
  }
}
