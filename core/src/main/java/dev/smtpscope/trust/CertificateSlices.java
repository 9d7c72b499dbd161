package dev.smtpscope.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds DER certificates in the bytes of a key store without parsing its form. Both usual forms,
 * JKS and PKCS #12 without a password, hold them as they are.
 */
final class CertificateSlices {
  private static final int HEADER = 4;

  private CertificateSlices() {}

  /** Whatever begins like a certificate: a sequence that holds a sequence with a version first. */
  static List<byte[]> in(byte[] store) {
    List<byte[]> slices = new ArrayList<>();
    int at = 0;
    while (at + 3 * HEADER < store.length) {
      int end = at + HEADER + length(store, at);
      if (isLongSequence(store, at) && isBody(store, at + HEADER, end) && end <= store.length) {
        slices.add(Arrays.copyOfRange(store, at, end));
        at = end;
      } else {
        at++;
      }
    }
    return slices;
  }

  private static boolean isBody(byte[] b, int at, int end) {
    boolean version3 = b[at + HEADER] == (byte) 0xa0 && b[at + HEADER + 1] == 3;
    boolean version1 = b[at + HEADER] == 0x02;
    return isLongSequence(b, at) && at + HEADER + length(b, at) < end && (version3 || version1);
  }

  private static boolean isLongSequence(byte[] b, int at) {
    return b[at] == 0x30 && b[at + 1] == (byte) 0x82;
  }

  private static int length(byte[] b, int at) {
    return (b[at + 2] & 0xff) << 8 | (b[at + 3] & 0xff);
  }

  /** Whether {@code part} stands somewhere in {@code whole}. */
  static boolean contains(byte[] whole, byte[] part) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
