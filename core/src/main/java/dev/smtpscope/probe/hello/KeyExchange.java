package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;

/** A ServerKeyExchange before TLS 1.3 (RFC 5246 section 7.4.3, RFC 8422 section 5.4). */
public sealed interface KeyExchange {
  /** How it is signed. */
  Signature signature();

  /** Finite-field Diffie-Hellman: prime, generator and the server's public value. */
  record Dh(Bytes p, Bytes g, Bytes y, Signature signature) implements KeyExchange {}

  /** A named curve, or another group with a code, and the server's public point. */
  record Ecdh(int group, Bytes point, Signature signature) implements KeyExchange {}

  /** A curve spelled out: over a prime field or one of characteristic two. */
  record ExplicitCurve(boolean prime) implements KeyExchange {
    @Override
    public Signature signature() {
      return new Signature.Unread();
    }
  }

  /** A short-lived RSA key of an EXPORT suite, {@code bits} long. */
  record ExportRsa(int bits, Signature signature) implements KeyExchange {}

  /** Of a suite with pre-shared keys, passwords or the like: not read. */
  record Other() implements KeyExchange {
    @Override
    public Signature signature() {
      return new Signature.Unread();
    }
  }

  /** How a ServerKeyExchange is signed. */
  sealed interface Signature {
    /** Not at all: the server stays anonymous. */
    record None() implements Signature {}

    /**
     * By the fixed hash of versions before TLS 1.2: MD5 and SHA-1 for RSA, SHA-1 for the others.
     */
    record Fixed() implements Signature {}

    /** By the scheme with this code. */
    record Scheme(int code) implements Signature {}

    /** Not known. */
    record Unread() implements Signature {}
  }
}
