package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.ClientCertificateRequest;
import dev.smtpscope.reference.tls.TlsAlerts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ExtensionType;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/**
 * A client that gets along with nearly every server, accepts any certificate, offers none, and
 * notes what it sees. Tied to the inner workings of one version of the library; all overrides are
 * here and in the two Recording classes beside it.
 */
@SuppressWarnings("JdkObsolete") // the library speaks Vector and Hashtable
class RecordingClient extends AbstractTlsClient {
  private static final Integer SCT_EXTENSION = ExtensionType.signed_certificate_timestamp;
  private static final int MAX_DH_BITS = 8_192;
  private static final int MAX_CHAIN = 50;
  private static final int MAX_MESSAGE = 131_072;

  private final Optional<String> sni;
  private final Observations observations;

  RecordingClient(Optional<String> sni, Observations observations) {
    super(new RecordingCrypto(observations));
    this.sni = sni;
    this.observations = observations;
  }

  /** What the finished handshake agreed on. */
  SecurityParameters securityParameters() {
    return context.getSecurityParametersConnection();
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv10);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return TlsUtils.getSupportedCipherSuites(getCrypto(), Offer.cipherSuites());
  }

  @Override
  protected Vector<Integer> getSupportedGroups(@SuppressWarnings("rawtypes") Vector roles) {
    Vector<Integer> groups = new Vector<>();
    TlsUtils.addIfSupported(groups, getCrypto(), Offer.groups());
    return groups;
  }

  @Override
  protected Vector<?> getSupportedSignatureAlgorithms() {
    return new Vector<>(Offer.signatureAlgorithms());
  }

  @Override
  protected @Nullable Vector<?> getSNIServerNames() {
    return sni.map(name ->
            TlsUtils.vectorOfOne(
                new ServerName(NameType.host_name, name.getBytes(StandardCharsets.US_ASCII))))
        .orElse(null);
  }

  @Override
  public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
    @SuppressWarnings("unchecked")
    Hashtable<Integer, byte[]> extensions = super.getClientExtensions();
    extensions.put(SCT_EXTENSION, TlsUtils.EMPTY_BYTES);
    return extensions;
  }

  @Override
  public void processServerExtensions(@SuppressWarnings("rawtypes") Hashtable extensions)
      throws IOException {
    super.processServerExtensions(extensions);
    noteScts(extensions);
  }

  @Override
  public TlsDHGroupVerifier getDHGroupVerifier() {
    return group -> group.getP().bitLength() <= MAX_DH_BITS;
  }

  @Override
  public int getMaxCertificateChainLength() {
    return MAX_CHAIN;
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return MAX_MESSAGE;
  }

  @Override
  public boolean shouldCheckSigAlgOfPeerCerts() {
    return false;
  }

  @Override
  public boolean requiresCloseNotify() {
    return false;
  }

  @Override
  public void notifySecureRenegotiation(boolean secure) {
    observations.secureRenegotiation = secure;
  }

  @Override
  public void notifyServerVersion(ProtocolVersion version) {
    observations.version = Names.version(version);
  }

  /** What was noted before was our own key share; the server's choice is still to come. */
  @Override
  public void notifySelectedCipherSuite(int suite) {
    observations.group = Optional.empty();
  }

  @Override
  public void notifyAlertReceived(short level, short description) {
    observations.alertReceived = Optional.of(TlsAlerts.named(description));
  }

  @Override
  public void notifyAlertRaised(short level, short description, String message, Throwable cause) {
    if (observations.alertRaised.isEmpty()) {
      observations.alertRaised = Optional.of(TlsAlerts.named(description));
    }
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        noteStaple(certificate);
      }

      @Override
      public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
        Vector<?> authorities = request.getCertificateAuthorities();
        int count = authorities == null ? 0 : authorities.size();
        observations.clientCertificateRequest = Optional.of(new ClientCertificateRequest(count));
        return null;
      }
    };
  }

  private void noteStaple(TlsServerCertificate received) throws IOException {
    Certificate chain = received.getCertificate();
    if (!chain.isEmpty()) {
      CertificateEntry leaf = chain.getCertificateEntryAt(0);
      Hashtable<?, ?> extensions = leaf.getExtensions();
      if (extensions != null) {
        noteScts(extensions);
        byte[] status = (byte[]) extensions.get(TlsExtensionsUtils.EXT_status_request);
        if (status != null) {
          observations.staple = RecordingProtocol.response(status);
        }
      }
    }
  }

  private void noteScts(@Nullable Hashtable<?, ?> extensions) {
    if (extensions != null && extensions.get(SCT_EXTENSION) instanceof byte[] list) {
      observations.sctList = Optional.of(list);
    }
  }
}
