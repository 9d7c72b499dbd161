package dev.smtpscope.facts;

import dev.smtpscope.facts.audit.TlsAudit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one connection to one address and port showed. With implicit TLS the greeting comes inside
 * TLS and {@code hello} is not asked.
 *
 * @param hello EHLO in plain text
 * @param helloInTls EHLO after the handshake
 * @param timings in the order the stages ended
 * @param elapsed from dialling to the closed connection
 * @param audit what the connections of a TLS audit showed beside, where one was asked for
 */
public record EndpointFacts(
    Endpoint endpoint,
    DialOutcome dial,
    Answer greeting,
    Hello hello,
    TlsOutcome tls,
    Hello helloInTls,
    Answer quit,
    List<Anomaly> anomalies,
    List<StageTime> timings,
    List<TranscriptLine> transcript,
    Duration elapsed,
    Optional<TlsAudit> audit) {
  public EndpointFacts {
    anomalies = List.copyOf(anomalies);
    timings = List.copyOf(timings);
    transcript = List.copyOf(transcript);
  }

  /** The same with the findings of an audit. */
  public EndpointFacts with(TlsAudit audited) {
    return with(endpoint, Optional.of(audited));
  }

  /** The same as seen in another role of the same port. */
  public EndpointFacts at(Endpoint other) {
    return with(other, audit);
  }

  private EndpointFacts with(Endpoint where, Optional<TlsAudit> audited) {
    return new EndpointFacts(
        where,
        dial,
        greeting,
        hello,
        tls,
        helloInTls,
        quit,
        anomalies,
        timings,
        transcript,
        elapsed,
        audited);
  }

  /** The TLS session, where a handshake succeeded. */
  public Optional<TlsSession> session() {
    return tls instanceof TlsOutcome.Established established
        ? Optional.of(established.session())
        : Optional.empty();
  }

  /** How long {@code stage} took, where it was reached. */
  public Optional<Duration> time(Stage stage) {
    return timings.stream().filter(t -> t.stage() == stage).map(StageTime::elapsed).findFirst();
  }
}
