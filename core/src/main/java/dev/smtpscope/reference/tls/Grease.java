package dev.smtpscope.reference.tls;

import java.util.List;
import java.util.stream.IntStream;

/** Values that are never to mean anything, so that peers stay tolerant (RFC 8701). */
public final class Grease {
  /** For suites, groups, extensions, signature schemes and versions. */
  public static final List<Integer> CODES =
      IntStream.range(0, 16).map(i -> 0x0A0A + 0x1010 * i).boxed().toList();

  private Grease() {}

  public static boolean is(int code) {
    return CODES.contains(code);
  }
}
