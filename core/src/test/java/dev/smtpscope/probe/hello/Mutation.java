package dev.smtpscope.probe.hello;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Flights with something changed: octets, lengths, order, or how records cut the messages. */
final class Mutation {
  private static final int RECORD_HEADER = 5;
  private static final byte[] TELLING = {
    0, 1, 2, 3, 4, 11, 12, 13, 14, 20, 21, 22, 23, 0x7F, -128, -1
  };

  private final List<byte[]> corpus;
  private final SplittableRandom random;

  Mutation(List<byte[]> corpus, SplittableRandom random) {
    this.corpus = corpus;
    this.random = random;
  }

  byte[] next() {
    byte[] flight = any();
    return random.nextInt(3) == 0 ? changed(flight) : framed(changed(messages(flight)));
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private byte[] changed(byte[] bytes) {
    byte[] changed = bytes;
    for (int n = random.nextInt(4); n >= 0 && changed.length > 0; n--) {
      changed = once(changed, random.nextInt(changed.length));
    }
    return changed;
  }

  private byte[] once(byte[] bytes, int at) {
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(9)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      case 2 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
      case 3 ->
          join(
              Arrays.copyOf(bytes, at),
              octets(to - at),
              Arrays.copyOfRange(bytes, at, bytes.length));
      case 4 -> join(Arrays.copyOf(bytes, at), any());
      case 5, 6 -> with(bytes, at, TELLING[random.nextInt(TELLING.length)]);
      case 7 -> with(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
      default -> with(bytes, at, (byte) (bytes[at] + (random.nextBoolean() ? 1 : -1)));
    };
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  /** What the records of {@code flight} carry. */
  private static byte[] messages(byte[] flight) {
    return OctetWriter.write(w -> {
      for (int at = 0; at + RECORD_HEADER <= flight.length; ) {
        int length = (flight[at + 3] & 0xFF) << 8 | (flight[at + 4] & 0xFF);
        int end = Math.min(flight.length, at + RECORD_HEADER + length);
        w.bytes(Arrays.copyOfRange(flight, at + RECORD_HEADER, end));
        at = end;
      }
    });
  }

  private byte[] framed(byte[] messages) {
    int longest = random.nextInt(4) == 0 ? 1 + random.nextInt(64) : Records.LONGEST;
    return Records.encode(Records.HANDSHAKE, 0x0303, messages, longest);
  }

  private static byte[] join(byte[]... parts) {
    return Flight.join(parts);
  }
}
