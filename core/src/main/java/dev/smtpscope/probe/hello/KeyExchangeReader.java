package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.probe.hello.KeyExchange.Dh;
import dev.smtpscope.probe.hello.KeyExchange.Ecdh;
import dev.smtpscope.probe.hello.KeyExchange.ExplicitCurve;
import dev.smtpscope.probe.hello.KeyExchange.ExportRsa;
import dev.smtpscope.probe.hello.KeyExchange.Other;
import dev.smtpscope.probe.hello.KeyExchange.Signature;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.Exchange;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.math.BigInteger;
import java.util.Optional;

/** Reads a ServerKeyExchange; its form depends on the suite. */
final class KeyExchangeReader {
  private static final int EXPLICIT_PRIME = 1;
  private static final int EXPLICIT_CHAR2 = 2;
  private static final int NAMED_CURVE = 3;
  private static final int TLS_1_2 = 0x0303;

  private final OctetReader in;
  private final boolean signed;
  private final int version;

  private KeyExchangeReader(OctetReader in, boolean signed, int version) {
    this.in = in;
    this.signed = signed;
    this.version = version;
  }

  static KeyExchange read(OctetReader in, ServerHello hello) throws MalformedException {
    Optional<SuiteProperties> suite = CipherSuites.find(hello.suite());
    if (suite.isEmpty()) {
      return new Other();
    }
    boolean signed = suite.get().authentication().signs();
    return new KeyExchangeReader(in, signed, hello.version()).read(suite.get().exchange());
  }

  private KeyExchange read(Exchange exchange) throws MalformedException {
    return switch (exchange) {
      case DHE -> finiteField();
      case ECDHE -> ellipticCurve();
      case RSA -> exportRsa();
      case DHE_PSK -> afterHint().finiteField();
      case ECDHE_PSK -> afterHint().ellipticCurve();
      case NULL, DH, ECDH, PSK, RSA_PSK, SRP, KRB5, GOST, ECCPWD, TLS_1_3 -> new Other();
    };
  }

  private KeyExchangeReader afterHint() throws MalformedException {
    in.inner(2);
    return this;
  }

  private KeyExchange finiteField() throws MalformedException {
    Bytes p = in.vector(2);
    Bytes g = in.vector(2);
    Bytes y = in.vector(2);
    return new Dh(p, g, y, signature());
  }

  private KeyExchange ellipticCurve() throws MalformedException {
    int form = in.number(1);
    return switch (form) {
      case NAMED_CURVE -> new Ecdh(in.number(2), in.vector(1), signature());
      case EXPLICIT_PRIME, EXPLICIT_CHAR2 -> new ExplicitCurve(form == EXPLICIT_PRIME);
      default -> throw new MalformedException("has a curve of unknown form " + form);
    };
  }

  private KeyExchange exportRsa() throws MalformedException {
    int bits = new BigInteger(1, in.vector(2).toArray()).bitLength();
    in.inner(2);
    return new ExportRsa(bits, signature());
  }

  private Signature signature() throws MalformedException {
    if (!signed) {
      in.end();
      return new Signature.None();
    }
    Signature signature =
        version >= TLS_1_2 ? new Signature.Scheme(in.number(2)) : new Signature.Fixed();
    in.inner(2);
    in.end();
    return signature;
  }
}
