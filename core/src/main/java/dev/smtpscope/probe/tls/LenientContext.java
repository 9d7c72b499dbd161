package dev.smtpscope.probe.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The Java platform's TLS in one version, which accepts any certificate and counts them. */
final class LenientContext {
  private static final int SMTP = 25;

  private final SSLContext context;
  private final AtomicInteger certificates = new AtomicInteger();
  private final String version;
  private final Optional<String> sni;

  LenientContext(String version, Optional<String> sni) {
    this.version = version;
    this.sni = sni;
    try {
      context = SSLContext.getInstance(version);
      context.init(null, new TrustManager[] {new Counting()}, new SecureRandom());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + version, e);
    }
  }

  /** How many chains of certificates have come so far. */
  int certificates() {
    return certificates.get();
  }

  /** An engine for one connection; those after it resume where the server lets them. */
  SSLEngine engine(Optional<String> group) {
    SSLEngine engine = context.createSSLEngine(sni.orElse("server.invalid"), SMTP);
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setServerNames(sni.<SNIServerName>map(SNIHostName::new).stream().toList());
    group.ifPresent(name -> parameters.setNamedGroups(new String[] {name}));
    engine.setSSLParameters(parameters);
    return engine;
  }

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
