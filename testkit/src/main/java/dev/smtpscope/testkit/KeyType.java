package dev.smtpscope.testkit;

import static java.security.spec.RSAKeyGenParameterSpec.F4;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Kinds of key that certificates are made for. */
public enum KeyType {
  /** RSA, 1024 bits: too weak. */
  RSA_1024("RSA", "1024", "SHA256withRSA"),
  /** RSA, 2048 bits. */
  RSA_2048("RSA", "2048", "SHA256withRSA"),
  /** RSA, 3072 bits. */
  RSA_3072("RSA", "3072", "SHA256withRSA"),
  /** RSA, 4096 bits; takes seconds to make. */
  RSA_4096("RSA", "4096", "SHA256withRSA"),
  /** ECDSA on NIST P-256. */
  EC_P256("EC", "secp256r1", "SHA256withECDSA"),
  /** ECDSA on NIST P-384. */
  EC_P384("EC", "secp384r1", "SHA384withECDSA"),
  /** Ed25519 (RFC 8410). */
  ED25519("Ed25519", "Ed25519", "Ed25519");

  private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

  private final String algorithm;
  private final String parameter;
  private final String signature;

  KeyType(String algorithm, String parameter, String signature) {
    this.algorithm = algorithm;
    this.parameter = parameter;
    this.signature = signature;
  }

  /** A key pair for this use: made once in a JVM, the same each time it is asked for. */
  public KeyPair pair(String use) {
    return MADE.computeIfAbsent(name() + '/' + use, _ -> generate());
  }

  /** A new key pair. */
  public KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(specification());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The JCA name of the algorithm a key of this kind signs with by default. */
  String signature() {
    return signature;
  }

  private AlgorithmParameterSpec specification() {
    return switch (algorithm) {
      case "RSA" -> new RSAKeyGenParameterSpec(Integer.parseInt(parameter), F4);
      case "EC" -> new ECGenParameterSpec(parameter);
      default -> new NamedParameterSpec(parameter);
    };
  }
}
