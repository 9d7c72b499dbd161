package dev.smtpscope.probe.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsUtils;

/** Takes stapled responses as they come; the library would break off at one it can't read. */
class RecordingProtocol extends TlsClientProtocol {
  private static final int HEADER = 4;

  private final Observations observations;

  RecordingProtocol(InputStream in, OutputStream out, Observations observations) {
    super(in, out);
    this.observations = observations;
  }

  @Override
  protected void handleHandshakeMessage(short type, HandshakeMessageInput message)
      throws IOException {
    boolean staple =
        type == HandshakeType.certificate_status
            && connection_state == CS_SERVER_CERTIFICATE
            && getContext().getSecurityParametersHandshake().getStatusRequestVersion() > 0;
    if (staple) {
      observations.staple = response(message.readAllBytes());
      connection_state = CS_SERVER_CERTIFICATE_STATUS;
    } else {
      super.handleHandshakeMessage(type, message);
    }
  }

  /** The OCSP response in a CertificateStatus (RFC 6066 section 8), read or not. */
  static Optional<byte[]> response(byte[] status) throws IOException {
    if (status.length < HEADER || status[0] != CertificateStatusType.ocsp) {
      return Optional.empty();
    }
    int length = TlsUtils.readUint24(status, 1);
    return length == status.length - HEADER
        ? Optional.of(java.util.Arrays.copyOfRange(status, HEADER, status.length))
        : Optional.empty();
  }
}
