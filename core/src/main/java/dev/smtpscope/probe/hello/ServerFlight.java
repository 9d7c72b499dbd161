package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * What a server said in the clear after a hello.
 *
 * @param certificates in DER, as sent; empty from TLS 1.3 on, where they are encrypted
 * @param staple the stapled OCSP response in DER
 * @param done whether the server ended its flight; always so from TLS 1.3 on
 */
public record ServerFlight(
    ServerHello hello,
    List<Bytes> certificates,
    Optional<KeyExchange> keyExchange,
    Optional<Bytes> staple,
    Optional<CertificateRequest> certificateRequest,
    boolean done) {
  public ServerFlight {
    certificates = List.copyOf(certificates);
  }

  static ServerFlight of(ServerHello hello) {
    return new ServerFlight(
        hello, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), hello.endsFlight());
  }

  public int version() {
    return hello.version();
  }

  public int suite() {
    return hello.suite();
  }

  /** The body of the ServerHello's extension of {@code type}. */
  public Optional<Bytes> extension(int type) {
    return hello.extension(type);
  }

  /** Whether the ServerHello has the extension of {@code type}. */
  public boolean has(int type) {
    return extension(type).isPresent();
  }

  ServerFlight withCertificates(List<Bytes> chain) {
    return new ServerFlight(hello, chain, keyExchange, staple, certificateRequest, done);
  }

  ServerFlight with(KeyExchange exchange) {
    return new ServerFlight(
        hello, certificates, Optional.of(exchange), staple, certificateRequest, done);
  }

  ServerFlight with(CertificateRequest request) {
    return new ServerFlight(hello, certificates, keyExchange, staple, Optional.of(request), done);
  }

  ServerFlight withStaple(Optional<Bytes> response) {
    return new ServerFlight(hello, certificates, keyExchange, response, certificateRequest, done);
  }

  ServerFlight ended() {
    return new ServerFlight(hello, certificates, keyExchange, staple, certificateRequest, true);
  }
}
