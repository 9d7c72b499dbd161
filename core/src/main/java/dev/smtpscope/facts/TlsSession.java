package dev.smtpscope.facts;

import java.util.List;
import java.util.Optional;

/**
 * What a completed handshake agreed on.
 *
 * @param sni the name we sent; empty when we sent none
 * @param group of the key exchange; empty for static RSA
 * @param signature the scheme the server signed the handshake with; empty for static RSA
 * @param certificates as sent, leaf first by the protocol's rule
 * @param sctCount signed certificate timestamps, from certificate, extension and staple together
 * @param alpn the application protocol, normally none
 */
public record TlsSession(
    TlsVersion version,
    CipherSuite suite,
    Optional<NamedGroup> group,
    Optional<SignatureScheme> signature,
    List<PeerCertificate> certificates,
    Optional<OcspStaple> ocspStaple,
    int sctCount,
    boolean extendedMasterSecret,
    boolean secureRenegotiation,
    Optional<ClientCertificateRequest> clientCertificateRequest,
    Optional<String> sni,
    Optional<String> alpn) {
  public TlsSession {
    certificates = List.copyOf(certificates);
  }

  /** The certificate of the server itself, where one was sent. */
  public Optional<PeerCertificate> leaf() {
    return certificates.stream().findFirst();
  }
}
