package dev.smtpscope.probe.hello;

import java.util.List;

/**
 * The server asks for a client certificate (RFC 5246 section 7.4.4).
 *
 * @param types of certificates, such as 1 for RSA
 * @param schemes the signature schemes it takes; empty before TLS 1.2
 * @param authorities how many it names
 */
public record CertificateRequest(List<Integer> types, List<Integer> schemes, int authorities) {
  public CertificateRequest {
    types = List.copyOf(types);
    schemes = List.copyOf(schemes);
  }
}
