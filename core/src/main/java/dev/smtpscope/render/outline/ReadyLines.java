package dev.smtpscope.render.outline;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.MxPattern;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines ready to be published for what a mail domain has now. */
public final class ReadyLines {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReadyLines() {}

  /** A policy that covers every MX host, in the mode there is, else for testing; none without. */
  public static List<String> policy(Report report) {
    List<MxPattern> mx =
        report.facts().hosts().stream()
            .filter(host -> host.preference().isPresent())
            .flatMap(host -> host.name().stream())
            .map(MxPattern::of)
            .toList();
    return mx.isEmpty() ? List.of() : new Policy(mode(report), WEEK, mx).lines();
  }

  private static Mode mode(Report report) {
    return report.verdicts().domain().map(insight -> insight.mtaSts()).stream()
        .flatMap(sts -> sts instanceof MtaSts.Valid v ? Stream.of(v.policy().mode()) : Stream.of())
        .filter(mode -> mode != Mode.NONE)
        .findFirst()
        .orElse(Mode.TESTING);
  }

  /** The record that announces it. */
  public static String record(Facts facts) {
    return "_mta-sts."
        + facts.target().host()
        + ". IN TXT \"v=STSv1; id="
        + ID.format(facts.observedAt())
        + ";\"";
  }

  /**
   * TLSA records for what the MX hosts serve: of each key, and of the authority above where it was
   * sent.
   */
  public static List<String> tlsa(Facts facts) {
    return facts.endpoints().stream()
        .filter(e -> e.endpoint().service().role() == Role.MX)
        .flatMap(e -> tlsa(facts, e))
        .distinct()
        .toList();
  }

  private static Stream<String> tlsa(Facts facts, EndpointFacts endpoint) {
    int port = endpoint.endpoint().service().port();
    List<PeerCertificate> sent = endpoint.tls().certificates();
    List<String> data =
        Stream.concat(
                sent.stream().limit(1).flatMap(c -> c.details().stream()).map(d -> d.tlsa311()),
                sent.stream().skip(1).limit(1).flatMap(c -> authority(c).stream()))
            .toList();
    return facts.hostsAt(endpoint.endpoint()).stream()
        .map(MailHost::name)
        .flatMap(Optional::stream)
        .map(HostName::ascii)
        .flatMap(host -> data.stream().map(d -> "_" + port + "._tcp." + host + ". IN TLSA " + d));
  }

  private static Optional<String> authority(PeerCertificate certificate) {
    return Association.of(Association.DANE_TA, Association.KEY, Association.SHA_256, certificate)
        .map(Association::text);
  }
}
