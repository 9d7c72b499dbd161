package dev.smtpscope.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What a server shows: the key of the first certificate, and the certificates in the order sent,
 * right or not. Immutable.
 *
 * <pre>{@code
 * ca.chain("mx.example.net").leafOnly();               // incomplete
 * ca.chain("mx.example.net").plus(ca.root());          // surplus root
 * ca.chain("mx.example.net").plus(stranger).swapped(); // disorder
 * }</pre>
 */
public record Chain(PrivateKey key, List<X509Certificate> certificates) {
  private static final String ALIAS = "server";

  /** Copies the list. */
  public Chain {
    certificates = List.copyOf(certificates);
  }

  /** The chain of an identity, followed by its issuers in this order. */
  public static Chain of(Identity leaf, Identity... issuers) {
    Chain chain = new Chain(leaf.key(), List.of(leaf.certificate()));
    for (Identity issuer : issuers) {
      chain = chain.plus(issuer);
    }
    return chain;
  }

  /** The server's own certificate. */
  public X509Certificate leaf() {
    return certificates.getFirst();
  }

  /** One more certificate at the end. */
  public Chain plus(Identity other) {
    return plus(other.certificate());
  }

  /** One more certificate at the end. */
  public Chain plus(X509Certificate other) {
    List<X509Certificate> longer = new ArrayList<>(certificates);
    longer.add(other);
    return new Chain(key, longer);
  }

  /** Without what should follow the leaf. */
  public Chain leafOnly() {
    return new Chain(key, certificates.subList(0, 1));
  }

  /** The leaf first, then the others from last to first. */
  public Chain swapped() {
    List<X509Certificate> other = new ArrayList<>(certificates.subList(1, certificates.size()));
    Collections.reverse(other);
    other.addFirst(leaf());
    return new Chain(key, other);
  }

  /** A context for servers that sends this chain as it is, and accepts any client certificate. */
  public SSLContext sslContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new FixedKeyManager(this)},
          new TrustManager[] {new AcceptEverybody()},
          null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A PKCS #12 key store with the one entry {@code server}. */
  public KeyStore keyStore(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry(ALIAS, key, password, certificates.toArray(Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The certificates as PEM. */
  public String certificatesPem() {
    return Pem.of(certificates);
  }

  /** The key as PEM. */
  public String keyPem() {
    return Pem.of(key);
  }

  /** Writes {@code NAME.crt} and {@code NAME.key} into a directory. */
  public PemFiles write(Path directory, String name) throws IOException {
    Path crt = directory.resolve(name + ".crt");
    Path keyFile = directory.resolve(name + ".key");
    return new PemFiles(
        Files.writeString(crt, certificatesPem()), Files.writeString(keyFile, keyPem()));
  }

  /** Where a chain was written to. */
  public record PemFiles(Path certificates, Path key) {}
}
