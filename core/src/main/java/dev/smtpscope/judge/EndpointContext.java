package dev.smtpscope.judge;

import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.TlsMode;
import java.util.Optional;

/**
 * What a check of one address and port may look at.
 *
 * @param software the likely server software, told from the facts
 * @param path what could be built from the certificates; empty without a handshake that brought any
 */
public record EndpointContext(
    Facts facts,
    EndpointFacts endpoint,
    Ruleset rules,
    Optional<Software> software,
    Optional<PathVerdict> path) {

  /** The subject of its findings. */
  public Subject subject() {
    return new Subject.OfEndpoint(endpoint.endpoint());
  }

  /** What the port is for. */
  public Role role() {
    return endpoint.endpoint().service().role();
  }

  /** When TLS begins there. */
  public TlsMode tlsMode() {
    return endpoint.endpoint().service().tls();
  }

  /** The name that the certificate is held against; empty for a bare address. */
  public Optional<HostName> referenceName() {
    return facts.nameAt(endpoint.endpoint());
  }

  /** The TLS session, where there is one. */
  public Optional<TlsSession> session() {
    return endpoint.session();
  }

  /** The last introduction that was tried: inside TLS where a handshake succeeded, else before. */
  public Hello finalHello() {
    return session().isPresent() ? endpoint.helloInTls() : endpoint.hello();
  }

  /** The capabilities before TLS. */
  public Capabilities plainCapabilities() {
    return endpoint.hello().capabilities();
  }

  /** The capabilities inside TLS. */
  public Capabilities tlsCapabilities() {
    return endpoint.helloInTls().capabilities();
  }

  /** Whether the TCP connection stood. */
  public boolean isConnected() {
    return endpoint.dial() instanceof DialOutcome.Connected;
  }
}
