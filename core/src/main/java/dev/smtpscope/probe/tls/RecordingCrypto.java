package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.reference.tls.Groups;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.tls.CertificateType;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.TlsDHDomain;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsECDomain;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Bouncy Castle's cryptography, watched for the group, the certificates and the signature. */
final class RecordingCrypto extends BcTlsCrypto {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Observations observations;

  RecordingCrypto(Observations observations) {
    super(RANDOM);
    this.observations = observations;
  }

  @Override
  public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
    if (type != CertificateType.X509) {
      return super.createCertificate(type, encoding);
    }
    observations.certificates.add(CertificateMemory.read(encoding));
    return new RecordingCertificate(this, encoding, observations);
  }

  @Override
  public TlsECDomain createECDomain(TlsECConfig config) {
    observations.group = Optional.of(Groups.named(config.getNamedGroup()));
    return super.createECDomain(config);
  }

  @Override
  public TlsDHDomain createDHDomain(TlsDHConfig config) {
    observations.group = Optional.of(dhGroup(config));
    return super.createDHDomain(config);
  }

  private static NamedGroup dhGroup(TlsDHConfig config) {
    return config.getExplicitGroup() == null
        ? Groups.named(config.getNamedGroup())
        : new NamedGroup(-1, "dh", OptionalInt.of(config.getExplicitGroup().getP().bitLength()));
  }
}
