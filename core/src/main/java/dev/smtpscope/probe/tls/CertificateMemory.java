package dev.smtpscope.probe.tls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.PeerCertificate;

/**
 * Reads each certificate once as long as it keeps coming: those of authorities come from thousands
 * of servers. Safe for all threads.
 */
final class CertificateMemory {
  private static final int MOST_OCTETS = 16 << 20;

  /** What is read from a certificate takes about as much room as the certificate. */
  private static final Cache<Bytes, PeerCertificate> READ =
      Caffeine.newBuilder()
          .maximumWeight(MOST_OCTETS)
          .<Bytes, PeerCertificate>weigher((der, read) -> 1_000 + 3 * der.base64().length())
          .build();

  private CertificateMemory() {}

  static PeerCertificate read(byte[] der) {
    return READ.get(Bytes.of(der), _ -> CertificateReader.read(der));
  }
}
