package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Writes numbers and vectors as TLS presents them (RFC 8446 section 3). */
final class OctetWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] write(Consumer<OctetWriter> content) {
    OctetWriter writer = new OctetWriter();
    content.accept(writer);
    return writer.out.toByteArray();
  }

  OctetWriter number(int octets, int value) {
    if (value < 0 || value >>> (8 * octets) != 0) {
      throw new IllegalArgumentException(value + " does not fit into " + octets + " octets");
    }
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
      out.write(value >>> shift);
    }
    return this;
  }

  OctetWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  OctetWriter bytes(Bytes bytes) {
    return bytes(bytes.toArray());
  }

  OctetWriter numbers(int octets, List<Integer> values) {
    values.forEach(value -> number(octets, value));
    return this;
  }

  /** {@code content} after its length in {@code octets} octets. */
  OctetWriter vector(int octets, Consumer<OctetWriter> content) {
    byte[] bytes = write(content);
    return number(octets, bytes.length).bytes(bytes);
  }
}
