package dev.smtpscope.testkit;

import java.io.IOException;
import java.util.Random;

/** Performs what happens in place of a reply. */
final class Mischief {
  private static final int CHUNK = 8192;
  private static final long SEED = 5321;

  private final Wire wire;

  Mischief(Wire wire) {
    this.wire = wire;
  }

  /** Never returns in the ordinary way: the session is over afterwards. */
  void perform(Fault.Instead fault) throws IOException {
    switch (fault) {
      case Fault.Hang _ -> wire.end(Fault.End.HANG);
      case Fault.Close _ -> wire.end(Fault.End.CLOSE);
      case Fault.Reset _ -> wire.end(Fault.End.RESET);
      case Fault.Flood flood -> flood(flood);
      case Fault.Speak speak -> new OtherProtocol(wire).speak(speak.protocol());
      case Fault.TlsAlert alert -> send(OtherProtocol.alert(alert.level(), alert.description()));
    }
    throw new Hangup(fault.toString());
  }

  private void flood(Fault.Flood flood) throws IOException {
    if (flood.what() != Fault.Endless.BINARY) {
      send(flood.at().name().startsWith("GREETING") ? "220-" : "250-");
    }
    Random random = new Random(SEED);
    while (true) {
      send(chunk(flood.what(), random));
      Pause.of(flood.pause());
    }
  }

  private static String chunk(Fault.Endless what, Random random) {
    return switch (what) {
      case LINE -> "x".repeat(CHUNK);
      case CONTINUATION -> "X-MORE\r\n250-".repeat(CHUNK / 12);
      case BINARY -> binary(random);
    };
  }

  private static String binary(Random random) {
    byte[] octets = new byte[CHUNK];
    random.nextBytes(octets);
    return Replies.octets(octets);
  }

  private void send(String octets) throws IOException {
    wire.send(octets, Shape.PLAIN);
  }
}
