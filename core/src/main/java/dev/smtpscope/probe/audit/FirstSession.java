package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import java.util.Arrays;

/**
 * Writes on the board what the ordinary handshake before the audit has shown. It offered TLS 1.3
 * down to 1.0, so that the version chosen rules out the newer ones.
 */
record FirstSession(TlsSession session) {
  void tell(Findings known) {
    TlsVersion version = session.version();
    known.accepted(version, session.suite().code());
    Arrays.stream(TlsVersion.values())
        .filter(newer -> newer.compareTo(version) > 0)
        .forEach(newer ->
            known.version(
                newer, Trait.no("the server chose " + version.label() + " where it was offered")));
    TlsVersion family = version == TlsVersion.TLS_1_3 ? version : TlsVersion.TLS_1_2;
    session
        .group()
        .filter(group -> group.code() >= 0)
        .ifPresent(group -> known.group(family, group, chosen()));
    session
        .signature()
        .filter(scheme -> scheme.code() >= 0)
        .ifPresent(scheme -> known.signature(version, scheme, chosen()));
    features(known);
  }

  private static Trait chosen() {
    return Trait.yes("the first handshake had it");
  }

  private void features(Findings known) {
    known.feature(
        Feature.OCSP_STAPLING, seen(session.ocspStaple().isPresent(), "a stapled response"));
    known.feature(
        Feature.SIGNED_CERTIFICATE_TIMESTAMPS,
        seen(session.sctCount() > 0, "signed certificate timestamps"));
    known.feature(
        Feature.CLIENT_CERTIFICATE_REQUEST,
        seen(session.clientCertificateRequest().isPresent(), "a request"));
  }

  private static Trait seen(boolean came, String what) {
    return came
        ? Trait.yes(what + " came in the first handshake")
        : Trait.no("the first handshake had none");
  }
}
