package dev.smtpscope.probe.tls;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.tls.DigitallySigned;
import org.bouncycastle.tls.crypto.Tls13Verifier;
import org.bouncycastle.tls.crypto.TlsStreamVerifier;
import org.bouncycastle.tls.crypto.TlsVerifier;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;

/**
 * A certificate whose key verifies the handshake whatever the certificate says it is for: that is
 * judged afterwards. The scheme of the handshake's signature is noted on the way.
 */
final class RecordingCertificate extends BcTlsCertificate {
  private final Observations observations;

  RecordingCertificate(RecordingCrypto crypto, byte[] encoding, Observations observations)
      throws IOException {
    super(crypto, encoding);
    this.observations = observations;
  }

  @Override
  protected boolean supportsKeyUsage(int keyUsageBit) {
    return true;
  }

  @Override
  public Tls13Verifier createVerifier(int signatureScheme) throws IOException {
    observations.signature = Optional.of(Names.signatureScheme(signatureScheme));
    return super.createVerifier(signatureScheme);
  }

  @Override
  public TlsVerifier createVerifier(short signatureAlgorithm) throws IOException {
    TlsVerifier verifier = super.createVerifier(signatureAlgorithm);
    return new TlsVerifier() {
      @Override
      public TlsStreamVerifier getStreamVerifier(DigitallySigned signature) throws IOException {
        note(signature, signatureAlgorithm);
        return verifier.getStreamVerifier(signature);
      }

      @Override
      public boolean verifyRawSignature(DigitallySigned signature, byte[] hash) throws IOException {
        note(signature, signatureAlgorithm);
        return verifier.verifyRawSignature(signature, hash);
      }
    };
  }

  private void note(DigitallySigned signature, short signatureAlgorithm) {
    observations.signature =
        Optional.of(
            Names.signature(Optional.ofNullable(signature.getAlgorithm()), signatureAlgorithm));
  }
}
