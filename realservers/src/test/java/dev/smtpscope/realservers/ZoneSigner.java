package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Signs zones with NLnet Labs' ldns, one ECDSA key for each, and damages them where asked to. */
record ZoneSigner(Path directory, String authority) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final Pattern SIGNATURE = Pattern.compile("(\\sRRSIG\\s.*\\.\\s+)(.)(\\S+)");

  /**
   * A zone ready to be served.
   *
   * @param delegation the DS records for the zone above
   */
  record Signed(DnsZone zone, Path file, List<String> delegation) {}

  Signed sign(DnsZone zone) {
    try {
      String base = zone.name().isEmpty() ? "root" : zone.name();
      Path source = Files.writeString(directory.resolve(base), zone.text(authority));
      if (zone.signing() == DnsZone.Signing.UNSIGNED) {
        return new Signed(zone, source, delegation(zone, ""));
      }
      String key = tool("ldns-keygen", "-a", "ECDSAP256SHA256", "-k", zone.origin());
      Path signed = directory.resolve(base + ".signed");
      var words = new ArrayList<>(arguments(zone.signing()));
      words.addAll(List.of("-o", zone.origin(), "-f", signed.toString(), source.toString(), key));
      tool("ldns-signzone", words.toArray(String[]::new));
      Files.write(signed, damaged(zone.signing(), Files.readAllLines(signed)));
      return new Signed(zone, signed, delegation(zone, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> delegation(DnsZone zone, String key) {
    return switch (zone.delegation()) {
      case DS -> List.of(tool("ldns-key2ds", "-n", "-2", key + ".key"));
      case NO_DS -> List.of();
      case WRONG_DS -> List.of(zone.origin() + " IN DS 4711 13 2 " + "5a".repeat(32));
    };
  }

  private static List<String> arguments(DnsZone.Signing signing) {
    return switch (signing) {
      case UNSIGNED -> throw new IllegalArgumentException();
      case NSEC, CORRUPTED, NO_DENIAL, NO_DNSKEY -> dates(-1, 30);
      case EXPIRED -> dates(-30, -3);
      case NOT_YET_VALID -> dates(5, 30);
      case NSEC3 -> nsec3("-t", "0");
      case OPT_OUT -> nsec3("-t", "0", "-p");
      case MANY_ITERATIONS -> nsec3("-t", "2600", "-s", "beef");
    };
  }

  private static List<String> nsec3(String... more) {
    return Stream.of(dates(-1, 30), List.of("-n"), List.of(more)).flatMap(List::stream).toList();
  }

  private static List<String> dates(int from, int until) {
    return List.of("-i", day(from), "-e", day(until));
  }

  private static String day(int fromNow) {
    return DATE.format(Instant.now().plusSeconds(fromNow * 86_400L));
  }

  private static List<String> damaged(DnsZone.Signing signing, List<String> lines) {
    return switch (signing) {
      case CORRUPTED -> lines.stream().map(ZoneSigner::corrupted).toList();
      case NO_DENIAL -> without(lines, "\\s(RRSIG\\s+)?NSEC\\s.*");
      case NO_DNSKEY -> without(lines, "\\s(RRSIG\\s+)?DNSKEY\\s.*");
      default -> lines;
    };
  }

  private static String corrupted(String line) {
    return line.matches(".*\\sRRSIG\\s+(SOA|NS|DNSKEY)\\s.*")
        ? line
        : SIGNATURE
            .matcher(line)
            .replaceFirst(m -> m.group(1) + (m.group(2).equals("A") ? "B" : "A") + m.group(3));
  }

  private static List<String> without(List<String> lines, String pattern) {
    Pattern unwanted = Pattern.compile(pattern);
    return lines.stream().filter(line -> !unwanted.matcher(line).find()).toList();
  }

  /** Runs one of ldns' programs here; gives its output's last line. */
  private String tool(String name, String... arguments) {
    Unpacked ldns = Unpacked.of("ldnsutils");
    var words = new ArrayList<>(List.of("env", "-C", directory.toString()));
    words.add(ldns.file("usr/bin/" + name));
    words.addAll(List.of(arguments));
    List<String> output = Command.of(words).with(ldns.environment()).succeed().lines();
    return output.isEmpty() ? "" : output.getLast();
  }
}
