package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which resolvers to ask: as a user writes one, and the system's. */
public final class DnsServers {
  private static final Path SYSTEM = Path.of("/etc/resolv.conf");
  private static final int DEFAULT_PORT = 53;

  /** As many as the C library takes. */
  private static final int MAX_SYSTEM = 3;

  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[(?<v6>[^]]*:[^]]*)]|(?<v4>[0-9.]+)):(?<port>[0-9]{1,5})");

  private DnsServers() {}

  /**
   * A resolver as {@code IP}, {@code IP:port}, {@code [IPv6]:port} or {@code https://…}.
   *
   * @throws IllegalArgumentException says in one line what would be right
   */
  public static DnsServer parse(String text) {
    return (text.startsWith("https://") ? https(text) : plain(text))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "not a resolver: "
                    + Visible.ofText(text)
                    + "; an IP address, IP:port, [IPv6]:port or an https:// URL is expected"));
  }

  /**
   * The resolvers that this system is set up to use, the one on this machine when it names none.
   */
  public static List<DnsServer> system() {
    return of(SYSTEM);
  }

  static List<DnsServer> of(Path file) {
    List<DnsServer> named;
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      named =
          lines
              .map(line -> line.strip().split("[\\s#;]+"))
              .filter(words -> words.length > 1 && words[0].equals("nameserver"))
              .flatMap(words -> plain(words[1].replaceFirst("%.*", "")).stream())
              .limit(MAX_SYSTEM)
              .toList();
    } catch (IOException | UncheckedIOException _) {
      named = List.of();
    }
    return named.isEmpty()
        ? List.of(new DnsServer.Plain(InetAddress.getLoopbackAddress(), DEFAULT_PORT))
        : named;
  }

  private static Optional<DnsServer> https(String text) {
    try {
      URI uri = new URI(text);
      return Optional.ofNullable(uri.getHost()).map(_ -> new DnsServer.Https(uri.toASCIIString()));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<DnsServer> plain(String text) {
    try {
      return Optional.of(new DnsServer.Plain(InetAddress.ofLiteral(text), DEFAULT_PORT));
    } catch (IllegalArgumentException _) {
      return withPort(text);
    }
  }

  private static Optional<DnsServer> withPort(String text) {
    Matcher matcher = WITH_PORT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group("port"));
    String host = Optional.ofNullable(matcher.group("v6")).orElse(matcher.group("v4"));
    try {
      return port < 1 || port > 65_535
          ? Optional.empty()
          : Optional.of(new DnsServer.Plain(InetAddress.ofLiteral(host), port));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
