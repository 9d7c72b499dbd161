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

  /** Version, serial number, signature algorithm, issuer, validity. */
  private static final int FIELDS_BEFORE_SUBJECT = 5;

  private CertificateSlices() {}

  /** Whatever begins like a certificate: a sequence that holds a sequence with a version first. */
  static List<byte[]> in(byte[] store) {
    List<byte[]> slices = new ArrayList<>();
    int at = 0;
    while (at + 3 * HEADER < store.length) {
      int end = isLongSequence(store, at) ? at + HEADER + length(store, at) : at;
      if (end > at && end <= store.length && isBody(store, at + HEADER, end)) {
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

  /** The subject's own bytes, found without parsing the certificate. */
  static byte[] subject(byte[] certificate) {
    int at = 2 * HEADER;
    boolean versioned = certificate[at] == (byte) 0xa0;
    for (int field = versioned ? 0 : 1; field < FIELDS_BEFORE_SUBJECT; field++) {
      at = next(certificate, at);
    }
    return Arrays.copyOfRange(certificate, at, next(certificate, at));
  }

  /** Where the element at {@code at} ends; the end of the whole when that can't be told. */
  private static int next(byte[] b, int at) {
    if (at + HEADER > b.length) {
      return b.length;
    }
    int first = b[at + 1] & 0xff;
    int end =
        switch (first) {
          case 0x81 -> at + 3 + (b[at + 2] & 0xff);
          case 0x82 -> at + HEADER + length(b, at);
          default -> first < 0x80 ? at + 2 + first : b.length;
        };
    return Math.min(end, b.length);
  }
}
