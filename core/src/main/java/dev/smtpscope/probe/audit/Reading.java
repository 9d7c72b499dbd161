package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.DhPrime;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.Mode;
import dev.smtpscope.reference.tls.SignatureSchemes;
import dev.smtpscope.reference.tls.SuiteProperties;

/** Writes on the board all that a server's flight tells beside the answer to the question. */
record Reading(Findings known) {
  /** Takes a flight in {@code version} that answers an ordinary hello. */
  void of(TlsVersion version, ServerFlight flight) {
    ofAnyName(version, flight);
    if (version != TlsVersion.TLS_1_3) {
      certificates(flight);
    }
  }

  /** The same where the hello may have had another server name. */
  void ofAnyName(TlsVersion version, ServerFlight flight) {
    known.accepted(version, flight.suite());
    flight.hello().group().ifPresent(code -> group(version, code));
    flight.keyExchange().ifPresent(exchange -> exchange(version, flight.suite(), exchange));
    if (version != TlsVersion.TLS_1_3) {
      extensions(version, flight);
    }
  }

  private void certificates(ServerFlight flight) {
    if (!flight.certificates().isEmpty()) {
      CipherSuites.find(flight.suite())
          .flatMap(suite -> ServedChains.asked(suite.authentication()))
          .filter(asked -> !known.knows(asked))
          .ifPresent(asked -> known.chain(ServedChains.of(asked, flight)));
    }
  }

  private void group(TlsVersion version, int code) {
    TlsVersion family = version == TlsVersion.TLS_1_3 ? version : TlsVersion.TLS_1_2;
    known.group(family, Groups.named(code), Trait.yes("the server chose it"));
  }

  private void exchange(TlsVersion version, int suite, KeyExchange exchange) {
    signature(version, exchange.signature());
    switch (exchange) {
      case KeyExchange.Ecdh ecdh -> group(version, ecdh.group());
      case KeyExchange.Dh dh -> known.dh(parameters(suite, dh.p()));
      case KeyExchange.ExplicitCurve c -> {}
      case KeyExchange.ExportRsa r -> {}
      case KeyExchange.Other o -> {}
    }
  }

  private void signature(TlsVersion version, KeyExchange.Signature signature) {
    if (signature instanceof KeyExchange.Signature.Scheme(int code)) {
      known.signature(
          version, SignatureSchemes.named(code), Trait.yes("the server signed with it"));
    }
  }

  private void extensions(TlsVersion version, ServerFlight flight) {
    answered(Feature.SECURE_RENEGOTIATION, flight, Extensions.RENEGOTIATION_INFO);
    if (version != TlsVersion.SSL_3) {
      answered(Feature.EXTENDED_MASTER_SECRET, flight, Extensions.EXTENDED_MASTER_SECRET);
      answered(Feature.SESSION_TICKETS, flight, Extensions.SESSION_TICKET);
      answered(Feature.HEARTBEAT, flight, Extensions.HEARTBEAT);
      encryptThenMac(flight);
    }
    int method = flight.hello().compression();
    known.feature(
        Feature.COMPRESSION,
        method == 0
            ? Trait.no("the server chose none where DEFLATE was offered")
            : Trait.yes("the server chose method " + method));
  }

  /** Only a block cipher has a use for it (RFC 7366 section 3). */
  private void encryptThenMac(ServerFlight flight) {
    if (isCbc(flight.suite())) {
      answered(Feature.ENCRYPT_THEN_MAC, flight, Extensions.ENCRYPT_THEN_MAC);
    }
  }

  private static boolean isCbc(int suite) {
    return CipherSuites.find(suite).map(SuiteProperties::mode).filter(Mode.CBC::equals).isPresent();
  }

  private void answered(Feature feature, ServerFlight flight, int extension) {
    known.feature(
        feature,
        flight.has(extension)
            ? Trait.yes("the server answered the extension")
            : Trait.no("the server did not answer the extension"));
  }

  private static DhParameters parameters(int suite, Bytes p) {
    DhPrime prime = DhPrime.of(p);
    return new DhParameters(CipherSuites.named(suite), prime.bits(), prime.sha256(), prime.name());
  }
}
