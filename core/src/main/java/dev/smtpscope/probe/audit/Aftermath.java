package dev.smtpscope.probe.audit;

import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What a server does after something that it should not bear. */
sealed interface Aftermath {
  /** A record of some other type. */
  record Spoke(int type) implements Aftermath {}

  record Alerted(int code) implements Aftermath {}

  record Ended() implements Aftermath {}

  record Quiet() implements Aftermath {}

  Duration PATIENCE = Duration.ofSeconds(2);

  /** Sends {@code records} and reads the next record of the answer. */
  static Aftermath of(Wire wire, byte[] records, Deadline deadline) {
    wire.until(deadline.within(PATIENCE));
    try {
      wire.rawOutput().write(records);
      wire.rawOutput().flush();
      return read(wire.rawInput());
    } catch (SocketTimeoutException e) {
      return new Quiet();
    } catch (IOException e) {
      return new Ended();
    }
  }

  private static Aftermath read(InputStream in) throws IOException {
    byte[] header = in.readNBytes(5);
    if (header.length < 5) {
      return new Ended();
    }
    int type = header[0] & 0xFF;
    if (type != 21) {
      return new Spoke(type);
    }
    byte[] alert = in.readNBytes(2);
    return alert.length < 2 ? new Ended() : new Alerted(alert[1] & 0xFF);
  }

  /** In a few words. */
  default String words() {
    return switch (this) {
      case Spoke(int type) -> "a record of type " + type;
      case Alerted(int code) -> "alert " + dev.smtpscope.reference.tls.TlsAlerts.named(code).name();
      case Ended e -> "the connection ended";
      case Quiet q -> "nothing came";
    };
  }
}
