package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.Stage;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One address and port of a target. Texts are in visible form and bounded.
 *
 * @param host the name it was probed under; empty for a bare address
 * @param provider the registered domain of {@code host}; empty for a bare address
 * @param preference of the MX record that led here
 * @param sentence a few words on its state
 * @param greetingCode the code of the reply, where one came; so the other codes
 * @param greeting the reply's text
 * @param ehloCode of the first EHLO: in plain text, or inside implicit TLS
 * @param startTlsCode where STARTTLS was answered: 220 also where only the handshake tells so
 * @param quitCode of the answer to QUIT
 * @param failedAt the first stage that did not lead where it should
 * @param serverName by which the server calls itself
 * @param capabilities the keywords of the last EHLO, sorted
 * @param times of the stages that were reached
 * @param findings those about this address and port
 */
public record EndpointRow(
    Optional<String> host,
    Optional<String> provider,
    Optional<Integer> preference,
    InetAddress address,
    int port,
    Role role,
    EndpointState state,
    String sentence,
    DialState dial,
    Optional<Integer> greetingCode,
    Optional<String> greeting,
    Optional<Integer> ehloCode,
    Optional<Integer> startTlsCode,
    Optional<Integer> quitCode,
    Optional<Stage> failedAt,
    TlsState tls,
    Optional<TlsRow> session,
    Optional<DaneState> dane,
    Optional<String> software,
    Optional<String> softwareVersion,
    Optional<String> serverName,
    List<String> capabilities,
    Map<Stage, Duration> times,
    Duration elapsed,
    List<Noted> findings) {
  public EndpointRow {
    capabilities = List.copyOf(capabilities);
    findings = List.copyOf(findings);
    EnumMap<Stage, Duration> ordered = new EnumMap<>(Stage.class);
    ordered.putAll(times);
    times = Collections.unmodifiableMap(ordered);
  }

  /** How STARTTLS went, where it is the way to TLS and the conversation got as far. */
  public Optional<TlsState> startTls() {
    return role != Role.SUBMISSIONS && tls.isKnown() ? Optional.of(tls) : Optional.empty();
  }

  /** The severity of the worst finding here. */
  public Optional<Severity> worst() {
    return findings.stream().map(Noted::severity).max(Severity::compareTo);
  }
}
