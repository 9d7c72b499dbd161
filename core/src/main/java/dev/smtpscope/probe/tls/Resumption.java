package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Sessions of TLS 1.3 one after another, each of which the Java platform resumes if the server lets
 * it: the library for all other handshakes cannot. A certificate comes only where a session was not
 * resumed. For one thread.
 */
public final class Resumption {
  private static final byte[] QUIT = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> GROUPS =
      List.of("x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048");
  private static final int MOST_READS = 200;

  private final SSLContext context;
  private final AtomicInteger certificates = new AtomicInteger();
  private final Optional<String> sni;
  private final Optional<String> group;

  /**
   * @param group one that the server agrees to; a retry request could use up a ticket
   */
  public Resumption(Optional<String> sni, Optional<NamedGroup> group) {
    this.sni = sni;
    this.group = group.map(NamedGroup::name).filter(GROUPS::contains);
    try {
      context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {new Counting()}, new SecureRandom());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS 1.3", e);
    }
  }

  /** Holds one session to QUIT; whether it was resumed, or empty when the handshake broke. */
  public Optional<Boolean> hold(Wire wire, Deadline deadline) {
    int before = certificates.get();
    wire.until(deadline);
    EngineLink link = new EngineLink(engine(), wire);
    try {
      link.handshake();
    } catch (IOException e) {
      return Optional.empty();
    }
    leave(link);
    return Optional.of(certificates.get() == before);
  }

  /** Tickets come with what the server says next. */
  private static void leave(EngineLink link) {
    try {
      link.write(ByteBuffer.wrap(QUIT));
      for (int i = 0; i < MOST_READS && link.read(); i++) {
        // until it ends
      }
    } catch (IOException e) {
      // the platform has kept what came until then
    }
    part(link);
  }

  /** A server may forget a session that ends without a word. */
  private static void part(EngineLink link) {
    try {
      link.close();
    } catch (IOException e) {
      // nobody is there to be told
    }
  }

  private SSLEngine engine() {
    SSLEngine engine = context.createSSLEngine(sni.orElse("server.invalid"), 25);
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {"TLSv1.3"});
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setServerNames(sni.<SNIServerName>map(SNIHostName::new).stream().toList());
    group.ifPresent(name -> parameters.setNamedGroups(new String[] {name}));
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Accepts whatever comes and counts it. */
  private final class Counting extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      certificates.incrementAndGet();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      certificates.incrementAndGet();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      certificates.incrementAndGet();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
