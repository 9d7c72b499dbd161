package dev.smtpscope.facts;

import java.util.Base64;
import java.util.Optional;

/**
 * A certificate as the server sent it.
 *
 * @param sha256 of the DER form, lower-case hex
 * @param details empty when it can't be read as X.509
 */
public record PeerCertificate(Bytes der, String sha256, Optional<CertificateDetails> details) {
  /** The PEM form, lines of 64 characters, with a final newline. */
  public String pem() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toArray());
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }
}
