package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.ClientCertificateRequest;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a handshake has shown so far; kept when it breaks. */
final class Observations {
  Optional<TlsVersion> version = Optional.empty();
  Optional<NamedGroup> group = Optional.empty();
  Optional<SignatureScheme> signature = Optional.empty();
  Optional<byte[]> staple = Optional.empty();
  Optional<byte[]> sctList = Optional.empty();
  Optional<ClientCertificateRequest> clientCertificateRequest = Optional.empty();
  Optional<TlsAlert> alertReceived = Optional.empty();
  Optional<TlsAlert> alertRaised = Optional.empty();
  boolean secureRenegotiation;
  final List<PeerCertificate> certificates = new ArrayList<>();
}
