package dev.smtpscope.probe.tls;

import dev.smtpscope.crypto.NativeCrypto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.crypto.Tls13Verifier;

/** Has {@link NativeCrypto} look at the signature of a handshake; its no is asked for again. */
final class NativeVerifier implements Tls13Verifier {
  private static final Map<Integer, String> ALGORITHMS =
      Map.of(
          SignatureScheme.ecdsa_secp256r1_sha256, "SHA256withECDSA",
          SignatureScheme.ecdsa_secp384r1_sha384, "SHA384withECDSA");

  private final Provider provider;
  private final String algorithm;
  private final byte[] key;
  private final Tls13Verifier usual;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private NativeVerifier(Provider provider, String algorithm, byte[] key, Tls13Verifier usual) {
    this.provider = provider;
    this.algorithm = algorithm;
    this.key = key;
    this.usual = usual;
  }

  /**
   * Goes before {@code usual}, where that is of use.
   *
   * @param key as SubjectPublicKeyInfo in DER
   */
  static Tls13Verifier before(Tls13Verifier usual, int scheme, byte[] key) {
    Optional<String> algorithm = Optional.ofNullable(ALGORITHMS.get(scheme));
    return NativeCrypto.provider()
        .flatMap(by -> algorithm.<Tls13Verifier>map(a -> new NativeVerifier(by, a, key, usual)))
        .orElse(usual);
  }

  @Override
  public OutputStream getOutputStream() {
    return data;
  }

  @Override
  public boolean verifySignature(byte[] signature) throws IOException {
    if (verifiesNatively(signature)) {
      return true;
    }
    data.writeTo(usual.getOutputStream());
    return usual.verifySignature(signature);
  }

  private boolean verifiesNatively(byte[] signature) {
    try {
      PublicKey point =
          KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(key));
      Signature verifier = Signature.getInstance(algorithm, provider);
      verifier.initVerify(point);
      verifier.update(data.toByteArray());
      return verifier.verify(signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }
}
