package dev.smtpscope.testkit;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;

/**
 * How a server does TLS. Empty lists mean the JDK's defaults. Names are those of JSSE: {@code
 * TLSv1.2}, {@code TLS_AES_128_GCM_SHA256}, {@code x25519}. TLS 1.0 and 1.1 work only after {@link
 * LegacyTls#allow()}.
 *
 * <pre>{@code
 * ServerTls.of(ca.chain("mx.example.net")).protocols("TLSv1.2").clientAuth(ClientAuth.WANTED);
 * }</pre>
 */
public record ServerTls(
    Chain chain,
    List<String> protocols,
    List<String> cipherSuites,
    List<String> groups,
    ClientAuth clientAuth) {

  /** Whether the client is asked for a certificate. Any certificate is accepted. */
  public enum ClientAuth {
    /** It is not. */
    NONE,
    /** It is asked, and may do without. */
    WANTED,
    /** The handshake fails without one. */
    NEEDED
  }

  /** Copies the lists. */
  public ServerTls {
    protocols = List.copyOf(protocols);
    cipherSuites = List.copyOf(cipherSuites);
    groups = List.copyOf(groups);
  }

  /** This chain, and the JDK's defaults. */
  public static ServerTls of(Chain chain) {
    return new ServerTls(chain, List.of(), List.of(), List.of(), ClientAuth.NONE);
  }

  /** Only these protocol versions. */
  public ServerTls protocols(String... names) {
    return new ServerTls(chain, List.of(names), cipherSuites, groups, clientAuth);
  }

  /** Only these cipher suites, the first preferred. */
  public ServerTls cipherSuites(String... names) {
    return new ServerTls(chain, protocols, List.of(names), groups, clientAuth);
  }

  /** Only these key exchange groups. */
  public ServerTls groups(String... names) {
    return new ServerTls(chain, protocols, cipherSuites, List.of(names), clientAuth);
  }

  /** Whether to ask for a client certificate. */
  public ServerTls clientAuth(ClientAuth wish) {
    return new ServerTls(chain, protocols, cipherSuites, groups, wish);
  }

  void configure(SSLParameters parameters) {
    nonEmpty(protocols).ifPresent(parameters::setProtocols);
    nonEmpty(cipherSuites).ifPresent(parameters::setCipherSuites);
    nonEmpty(groups).ifPresent(parameters::setNamedGroups);
    parameters.setUseCipherSuitesOrder(true);
    switch (clientAuth) {
      case NONE -> {}
      case WANTED -> parameters.setWantClientAuth(true);
      case NEEDED -> parameters.setNeedClientAuth(true);
    }
  }

  private static Optional<String[]> nonEmpty(List<String> names) {
    return Optional.of(names).filter(n -> !n.isEmpty()).map(n -> n.toArray(String[]::new));
  }
}
