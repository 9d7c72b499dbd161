package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A made-up country of mail domains, the same for the same seed. */
public final class Village {
  private static final List<CertificateState> FAULTS =
      List.copyOf(EnumSet.range(CertificateState.NAME_MISMATCH, CertificateState.UNTRUSTED_ROOT));

  private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");

  private final long seed;

  public Village(long seed) {
    this.seed = seed;
  }

  /** That many domains on about a quarter as many servers. */
  public Stream<TargetRow> targets(int count) {
    return Stream.iterate(0, n -> n + 1).limit(count).map(n -> target(n, count));
  }

  private TargetRow target(int n, int count) {
    RandomGenerator random = new SplittableRandom(seed * 1_000_003 + n);
    int servers = Math.max(4, count / 4);
    int server = (int) (servers * StrictMath.pow(random.nextDouble(), 3));
    Optional<EndpointRow> endpoint =
        random.nextInt(50) == 0 ? Optional.empty() : Optional.of(server(server));
    return new TargetRow(
        "d" + n + ".example",
        "d" + n + ".example",
        Route.Kind.DOMAIN,
        BEGAN.plusSeconds(n),
        Duration.ofMillis(100 + random.nextInt(3000)),
        endpoint.map(Village::outcome).orElse(Outcome.NOT_TESTED),
        "d" + n + ".example has been looked at.",
        Optional.of(endpoint.isPresent() ? MxState.LISTED : MxState.NULL),
        endpoint.flatMap(EndpointRow::host).stream().toList(),
        endpoint.flatMap(EndpointRow::provider),
        Optional.of(random.nextInt(20) == 0 ? StsState.ENFORCE : StsState.ABSENT),
        endpoint.flatMap(EndpointRow::dane),
        endpoint.stream().toList(),
        random.nextInt(5) == 0
            ? List.of(new Noted("dane-host-insecure", Severity.INFO))
            : List.of());
  }

  private static Outcome outcome(EndpointRow endpoint) {
    if (endpoint.state() != EndpointState.OPEN) {
      return Outcome.NOT_TESTED;
    }
    return endpoint.worst().filter(w -> w.compareTo(Severity.WARNING) >= 0).isPresent()
        ? Outcome.FINDINGS
        : Outcome.FINE;
  }

  private EndpointRow server(int n) {
    RandomGenerator random = new SplittableRandom(seed * 77 + n);
    boolean open = random.nextInt(12) != 0;
    Optional<TlsRow> session =
        open && random.nextInt(15) != 0 ? Optional.of(session(random)) : Optional.empty();
    int provider = n / 4;
    return new EndpointRow(
        Optional.of("mx" + n + ".p" + provider + ".example"),
        Optional.of("p" + provider + ".example"),
        Optional.of(10),
        InetAddress.ofLiteral("198.18." + n / 250 % 250 + "." + (n % 250 + 1)),
        25,
        Role.MX,
        open ? EndpointState.OPEN : EndpointState.CLOSED,
        open ? "open" : "refused",
        open ? DialState.CONNECTED : random.nextBoolean() ? DialState.REFUSED : DialState.TIMED_OUT,
        open ? Optional.of(220) : Optional.empty(),
        open ? Optional.of("mx ESMTP <b>" + n + "</b>") : Optional.empty(),
        open ? Optional.of(250) : Optional.empty(),
        session.map(_ -> 220),
        open ? Optional.of(221) : Optional.empty(),
        open ? Optional.empty() : Optional.of(Stage.CONNECT),
        session.isPresent()
            ? TlsState.ESTABLISHED
            : open ? TlsState.NOT_OFFERED : TlsState.NOT_REACHED,
        session,
        Optional.of(random.nextInt(8) == 0 ? DaneState.MATCH : DaneState.NOT_USED),
        open && random.nextInt(4) != 0
            ? Optional.of(
                List.of("Postfix", "Postfix", "Exim", "Microsoft Exchange", "Haraka")
                    .get(random.nextInt(5)))
            : Optional.empty(),
        Optional.empty(),
        open ? Optional.of("mx" + n + ".example") : Optional.empty(),
        open ? List.of("8BITMIME", "PIPELINING", "SIZE") : List.of(),
        open ? times(random, session.isPresent()) : Map.of(),
        Duration.ofMillis(50 + random.nextInt(900)),
        noted(session, open, random));
  }

  private static TlsRow session(RandomGenerator random) {
    boolean modern = random.nextInt(5) != 0;
    boolean quantum = modern && random.nextInt(3) == 0;
    return new TlsRow(
        modern
            ? TlsVersion.TLS_1_3
            : random.nextInt(4) == 0 ? TlsVersion.TLS_1_0 : TlsVersion.TLS_1_2,
        modern ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        Optional.of(quantum ? "X25519MLKEM768" : random.nextBoolean() ? "x25519" : "secp256r1"),
        quantum,
        Optional.of("rsa_pss_rsae_sha256"),
        random.nextInt(4) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : CertificateState.VALID,
        Optional.of(
            new CertificateRow(
                "ab".repeat(32),
                "CN=mx.example",
                "CN=R11,O=Example Authority,C=CH",
                Optional.of(BEGAN.minus(Duration.ofDays(20))),
                Optional.of(BEGAN.plus(Duration.ofDays(70))),
                random.nextInt(3) == 0 ? "EC P-256" : "RSA 2048",
                "SHA256withRSA")));
  }

  private static List<Noted> noted(Optional<TlsRow> session, boolean open, RandomGenerator random) {
    if (!open) {
      return List.of();
    }
    if (session.isEmpty()) {
      return List.of(new Noted("starttls-missing", Severity.ERROR));
    }
    boolean valid = session.get().certificateState() == CertificateState.VALID;
    return valid
        ? random.nextInt(3) == 0
            ? List.of(new Noted("greeting-version-disclosed", Severity.INFO))
            : List.of()
        : List.of(new Noted("certificate-untrusted", Severity.WARNING));
  }

  private static Map<Stage, Duration> times(RandomGenerator random, boolean tls) {
    Duration trip =
        Duration.ofNanos(1000 * (long) (2000 * StrictMath.exp(random.nextDouble() * 4)));
    Map<Stage, Duration> plain =
        Map.of(
            Stage.CONNECT, trip,
            Stage.GREETING, trip.multipliedBy(1 + random.nextInt(20)),
            Stage.EHLO, trip.plusMillis(1));
    if (!tls) {
      return plain;
    }
    return Map.of(
        Stage.CONNECT, trip,
        Stage.GREETING, trip.multipliedBy(1 + random.nextInt(20)),
        Stage.EHLO, trip.plusMillis(1),
        Stage.STARTTLS, trip.plusMillis(2),
        Stage.HANDSHAKE, trip.multipliedBy(2).plusMillis(8),
        Stage.EHLO_IN_TLS, trip.plusMillis(1),
        Stage.QUIT, trip);
  }
}
