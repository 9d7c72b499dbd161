package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Flights of servers, written by hand. */
final class Flight {
  private static final HexFormat HEX = HexFormat.of();

  private Flight() {}

  static byte[] record(int type, String hex) {
    return Records.encode(type, 0x0303, HEX.parseHex(hex));
  }

  static byte[] handshake(byte[]... messages) {
    return Records.encode(Records.HANDSHAKE, 0x0303, join(messages));
  }

  static byte[] message(int type, Consumer<OctetWriter> body) {
    return OctetWriter.write(w -> w.number(1, type).vector(3, body));
  }

  static byte[] message(int type, String hex) {
    return message(type, w -> w.bytes(HEX.parseHex(hex)));
  }

  static byte[] hello(int version, int suite, Extension... extensions) {
    return hello(version, suite, Bytes.of(new byte[32]), extensions);
  }

  static byte[] hello(int version, int suite, Bytes random, Extension... extensions) {
    return message(
        2,
        w -> {
          w.number(2, version).bytes(random).number(1, 0).number(2, suite).number(1, 0);
          if (extensions.length > 0) {
            w.vector(2, v -> List.of(extensions).forEach(e -> write(v, e)));
          }
        });
  }

  private static void write(OctetWriter to, Extension extension) {
    to.number(2, extension.type()).vector(2, v -> v.bytes(extension.body()));
  }

  static byte[] done() {
    return message(14, "");
  }

  static byte[] join(byte[]... parts) {
    return OctetWriter.write(w -> List.of(parts).forEach(w::bytes));
  }
}
