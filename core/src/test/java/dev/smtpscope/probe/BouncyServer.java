package dev.smtpscope.probe;

import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Loopback;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExtensionType;
import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerHello;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** A TLS server that does what openssl will not: chosen groups and outsize primes. */
final class BouncyServer implements AutoCloseable {
  /**
   * What the server is told to do.
   *
   * @param renegotiationInfo whether it says that renegotiation is secured (RFC 5746)
   */
  record Manner(
      Chain chain,
      ProtocolVersion version,
      int suite,
      int group,
      Optional<BigInteger> prime,
      boolean renegotiationInfo) {
    static Manner tls13(Chain chain, int group) {
      int suite = CipherSuite.TLS_AES_128_GCM_SHA256;
      return new Manner(chain, ProtocolVersion.TLSv13, suite, group, Optional.empty(), true);
    }

    static Manner tls12(Chain chain, int suite, int group) {
      return new Manner(chain, ProtocolVersion.TLSv12, suite, group, Optional.empty(), true);
    }

    Manner prime(BigInteger value) {
      return new Manner(chain, version, suite, group, Optional.of(value), true);
    }

    Manner withoutRenegotiationInfo() {
      return new Manner(chain, version, suite, group, prime, false);
    }
  }

  private final ServerSocket listener;
  private final Manner manner;
  private final AtomicInteger hellos = new AtomicInteger();

  private BouncyServer(Manner manner) throws IOException {
    this.manner = manner;
    this.listener = new ServerSocket(0, 5, Loopback.address());
  }

  static BouncyServer start(Manner manner) throws IOException {
    BouncyServer server = new BouncyServer(manner);
    Thread.ofVirtual().start(server::serve);
    return server;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** How many ClientHellos came: two where a HelloRetryRequest was needed. */
  int hellos() {
    return hellos.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        TlsServerProtocol protocol = counting(socket);
        protocol.accept(new Peer(manner));
        protocol.getOutputStream().write("421 bye\r\n".getBytes(StandardCharsets.US_ASCII));
        protocol.close();
      } catch (IOException clientWent) { // the client's side is what tests look at
      }
    }
  }

  private TlsServerProtocol counting(Socket socket) throws IOException {
    return new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream()) {
      @Override
      protected void handleHandshakeMessage(short type, HandshakeMessageInput message)
          throws IOException {
        hellos.addAndGet(type == HandshakeType.client_hello ? 1 : 0);
        super.handleHandshakeMessage(type, message);
      }

      @Override
      protected void sendServerHelloMessage(ServerHello hello) throws IOException {
        if (!manner.renegotiationInfo()) {
          hello.getExtensions().remove(ExtensionType.renegotiation_info);
        }
        super.sendServerHelloMessage(hello);
      }
    };
  }

  private static final class Peer extends DefaultTlsServer {
    private final Manner manner;

    Peer(Manner manner) {
      super(new BcTlsCrypto(new SecureRandom()));
      this.manner = manner;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return manner.version().only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {manner.suite()};
    }

    @Override
    public int[] getSupportedGroups() {
      return new int[] {manner.group()};
    }

    @Override
    public TlsDHConfig getDHConfig() throws IOException {
      return manner.prime().isPresent()
          ? new TlsDHConfig(new DHGroup(manner.prime().get(), null, BigInteger.TWO, 160))
          : super.getDHConfig();
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
      return signer();
    }

    @Override
    public org.bouncycastle.tls.TlsCredentials getCredentials() throws IOException {
      return isTls13() ? signer() : super.getCredentials();
    }

    private boolean isTls13() {
      return manner.version().equals(ProtocolVersion.TLSv13);
    }

    private TlsCredentialedSigner signer() throws IOException {
      AsymmetricKeyParameter key = PrivateKeyFactory.createKey(manner.chain().key().getEncoded());
      return new BcDefaultTlsCredentialedSigner(
          new TlsCryptoParameters(context),
          (BcTlsCrypto) getCrypto(),
          key,
          certificate(),
          SignatureAndHashAlgorithm.rsa_pss_rsae_sha256);
    }

    private Certificate certificate() throws IOException {
      List<CertificateEntry> entries = new ArrayList<>();
      for (X509Certificate certificate : manner.chain().certificates()) {
        entries.add(new CertificateEntry(encoded(certificate), null));
      }
      return new Certificate(
          isTls13() ? TlsUtils.EMPTY_BYTES : null, entries.toArray(CertificateEntry[]::new));
    }

    private TlsCertificate encoded(X509Certificate certificate) throws IOException {
      try {
        return getCrypto().createCertificate(certificate.getEncoded());
      } catch (CertificateEncodingException e) {
        throw new IOException(e);
      }
    }
  }
}
