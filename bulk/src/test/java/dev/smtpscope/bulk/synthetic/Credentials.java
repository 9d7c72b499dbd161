package dev.smtpscope.bulk.synthetic;

import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedKeyManager;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * TLS for every provider and policy host: a chain of its own for all its names, of ECDSA on P-256,
 * made when it is first asked for. BoringSSL does the work, as the cheapest.
 */
final class Credentials {
  private static final String[] CLASSICAL = {"X25519", "secp256r1"};

  private final TestCa ca = TestCa.now("Synthetic", KeyType.EC_P256);
  private final Map<String, Chain> chains = new ConcurrentHashMap<>();
  private final SSLContext context;
  private final Internet internet;

  Credentials(Internet internet) throws GeneralSecurityException {
    this.internet = internet;
    this.context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
    context.init(new KeyManager[] {new ByEngine()}, null, null);
  }

  TestCa ca() {
    return ca;
  }

  /** The one public key of all servers. */
  PublicKey key() {
    return chain("p0.example").leaf().getPublicKey();
  }

  /** An engine of a server of that provider. */
  SSLEngine engine(Internet.Provider provider) {
    return engine(provider.name(), groups(provider.rank()));
  }

  /** An engine of the web server of that name. */
  SSLEngine engine(String host) {
    return engine(host, CLASSICAL);
  }

  private SSLEngine engine(String name, String... groups) {
    SSLEngine engine = context.createSSLEngine(name, 1);
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setNamedGroups(groups);
    engine.setSSLParameters(parameters);
    return engine;
  }

  private String[] groups(int rank) {
    boolean postQuantum = internet.chance(6, rank, internet.postQuantum());
    return postQuantum ? new String[] {"X25519MLKEM768", "X25519", "secp256r1"} : CLASSICAL;
  }

  private Chain chain(String name) {
    return chains.computeIfAbsent(name, this::issue);
  }

  private Chain issue(String name) {
    return internet
        .provider(name)
        .map(this::issue)
        .orElseGet(() -> ca.chain(ca.server(name).keyUse("server")));
  }

  /** One in fifty has let its certificate expire. */
  private Chain issue(Internet.Provider provider) {
    String name = provider.name();
    var spec = ca.server(name).dnsNames(name, "*." + name, "*.mail." + name).keyUse("server");
    return ca.chain(
        internet.chance(5, provider.rank(), 2) ? spec.expired(Duration.ofDays(9)) : spec);
  }

  /** Tells providers apart by the peer's name, which servers don't use. */
  private final class ByEngine extends X509ExtendedKeyManager {
    @Override
    public String chooseEngineServerAlias(
        String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
      return engine.getPeerHost();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain(alias).certificates().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return chain(alias).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }
  }
}
