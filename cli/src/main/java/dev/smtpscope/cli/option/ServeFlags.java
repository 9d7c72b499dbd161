package dev.smtpscope.cli.option;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.resolve.NameService;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the web tester is told on the command line, as it was typed. */
public final class ServeFlags {
  private final Flag<String> listen =
      Flag.text("--listen", "ADDR[:PORT]", "Address and port to listen on (127.0.0.1:8025).");

  private final Switch isPublic =
      Switch.of(
          "--public",
          "Be safe for strangers: test only hosts of the public Internet, on mail ports, within"
              + " stricter limits.");

  private final Flag<String> names =
      Flag.text(
          "--server-name",
          "NAME[,NAME]",
          "Host names it is reached by, beside localhost and its address (with --public any).");

  private final Flag<String> basePath =
      Flag.text("--base-path", "PATH", "Path below which it is reached (/).");

  private final Flag<String> proxies =
      Flag.text(
          "--trusted-proxy",
          "NET[,NET]",
          "Networks whose X-Forwarded-For or Forwarded headers tell who asks.");

  private final Flag<Path> tokenFile =
      Flag.of(
          "--token-file",
          "FILE",
          Path.class,
          Path::of,
          "Ask callers for the token in FILE, as bearer token or as the password of any user."
              + " The variable SMTPSCOPE_TOKEN does the same.");

  private final Flag<Integer> checks =
      Flag.number("--max-checks", "N", "Checks side by side (256; with --public 64).");

  private final Flag<Integer> queue =
      Flag.number("--max-queued", "N", "Checks that may wait (2000; with --public 200).");

  private final Flag<Integer> perClient =
      Flag.number("--per-client", "N", "Checks of a client in a minute (6000; with --public 10).");

  private final Flag<AuditDepth> audit =
      Flag.choice(
          "--tls-audit",
          "DEPTH",
          AuditDepth.class,
          "Deepest TLS audit that callers may ask for: quick, full or deep (full; with --public"
              + " quick).");

  private final Flag<Duration> drain =
      Flag.duration("--drain", "How long checks under way may take once it is told to end (30s).");

  private final Flag<Path> ca =
      Flag.of(
          "--ca",
          "FILE",
          Path.class,
          Path::of,
          "Trust the PEM certificates of FILE in place of the JDK's.");

  private final Flag<Path> data =
      Flag.of(
          "--data",
          "DIR",
          Path.class,
          Path::of,
          "Where permanent links are kept ($XDG_DATA_HOME/smtpscope).");

  private final Switch noLinks = Switch.of("--no-links", "Offer no permanent links.");

  private final Flag<String> accessLog =
      Flag.text(
          "--access-log",
          "FILE",
          "Add a line for each request to FILE; - is standard output" + " (none).");

  private final ClientFlags client = new ClientFlags();

  private final NameFlags dns = new NameFlags();

  /** Adds them all to a command. */
  public void describeTo(CommandShape shape) {
    shape
        .section(
            "Who reaches it",
            group(
                listen.spec(),
                isPublic.spec(),
                names.spec(),
                basePath.spec(),
                proxies.spec(),
                tokenFile.spec()))
        .section(
            "How much it does",
            group(checks.spec(), queue.spec(), perClient.spec(), audit.spec(), drain.spec()))
        .section("How it checks", client)
        .section("Whom it asks for names", dns)
        .section("How it judges", group(ca.spec()))
        .section("What it keeps", group(data.spec(), noLinks.spec(), accessLog.spec()));
  }

  private static Flags group(picocli.CommandLine.Model.OptionSpec... specs) {
    return () -> List.of(specs);
  }

  /** Address and port, or an address alone. */
  public Optional<String> listen() {
    return listen.value();
  }

  /** Whether strangers are expected. */
  public boolean isPublic() {
    return isPublic.isOn();
  }

  /** Host names, parted by commas. */
  public Optional<String> names() {
    return names.value();
  }

  /** The path of the start page. */
  public Optional<String> basePath() {
    return basePath.value();
  }

  /** Networks, parted by commas. */
  public Optional<String> proxies() {
    return proxies.value();
  }

  /** The file that holds the token. */
  public Optional<Path> tokenFile() {
    return tokenFile.value();
  }

  /** How many checks run side by side. */
  public Optional<Integer> checks() {
    return checks.value();
  }

  /** How many checks wait. */
  public Optional<Integer> queue() {
    return queue.value();
  }

  /** How many checks a client may have made in a minute. */
  public Optional<Integer> perClient() {
    return perClient.value();
  }

  /** The deepest TLS audit that may be asked for. */
  public Optional<AuditDepth> deepestAudit() {
    return audit.value();
  }

  /** How long checks may take that are under way at the end. */
  public Optional<Duration> drain() {
    return drain.value();
  }

  /** The roots to trust, where a file names them. */
  public Optional<TrustAnchors> anchors() {
    return ca.value().map(Trust::of);
  }

  /** Makes what a check looks names up with; {@code usual} where nothing was said. */
  public Supplier<NameService> names(Supplier<NameService> usual) {
    return dns.names(usual);
  }

  /** The folder for permanent links. */
  public Optional<Path> data() {
    return data.value();
  }

  /** Whether permanent links are offered. */
  public boolean keepsLinks() {
    return !noLinks.isOn();
  }

  /** The file for lines on requests, or {@code -}. */
  public Optional<String> accessLog() {
    return accessLog.value();
  }

  /** What we call ourselves in EHLO. */
  public Optional<EhloName> ehloName() {
    return client.ehloName();
  }

  /** The local address to connect from. */
  public Optional<InetAddress> source() {
    return client.source.value();
  }
}
