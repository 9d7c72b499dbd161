package dev.smtpscope.probe.tls;

import dev.smtpscope.reference.tls.SignatureSchemes;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
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
  private static final int MAX_RSA_BITS = 16_384;
  private static final int MAX_EXPONENT_BITS = 64;

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

  /**
   * The library would hold a primality test of the modulus, which costs more than the whole rest of
   * the handshake and tells a client that only looks nothing that it needs.
   */
  @Override
  protected AsymmetricKeyParameter getPublicKey() throws IOException {
    Optional<AsymmetricKeyParameter> rsa = isRsa() ? rsaKey() : Optional.empty();
    return rsa.isPresent() ? rsa.get() : super.getPublicKey();
  }

  private boolean isRsa() {
    ASN1ObjectIdentifier algorithm = keyInfo.getAlgorithm().getAlgorithm();
    return PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)
        || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm);
  }

  /** Empty for a key that would cost too much or can't be read. */
  private Optional<AsymmetricKeyParameter> rsaKey() {
    try {
      RSAPublicKey key = RSAPublicKey.getInstance(keyInfo.parsePublicKey());
      boolean cheap =
          key.getModulus().bitLength() <= MAX_RSA_BITS
              && key.getPublicExponent().bitLength() <= MAX_EXPONENT_BITS;
      return cheap
          ? Optional.of(
              new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent(), true))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Tls13Verifier createVerifier(int signatureScheme) throws IOException {
    observations.signature = Optional.of(SignatureSchemes.named(signatureScheme));
    return NativeVerifier.before(
        super.createVerifier(signatureScheme), signatureScheme, keyInfo.getEncoded());
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
