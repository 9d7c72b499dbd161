package dev.smtpscope.web.check;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.judge.Profiles;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.scan.AddressFilter.Family;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Meaning;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words into values. An {@link IllegalArgumentException} says what would be right. */
final class Read {
  private static final int LONGEST_QUOTE = 80;
  private static final int MOST_PORTS = 100;
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|)");

  private Read() {}

  static List<Integer> ports(String words) {
    String[] each = words.split(",", MOST_PORTS + 1);
    if (each.length > MOST_PORTS) {
      throw new IllegalArgumentException("more than " + MOST_PORTS + " ports");
    }
    return Arrays.stream(each).map(String::strip).map(Read::port).distinct().toList();
  }

  private static int port(String word) {
    int port = word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : 0;
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          quoted(word) + " is not a port; write numbers of 1 to 65535 with commas, as in 25,587");
    }
    return port;
  }

  static int number(String word) {
    if (!word.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(quoted(word) + " is not a whole number");
    }
    return Integer.parseInt(word);
  }

  static Role role(String word) {
    return oneOf(word, Role.values(), Role::id);
  }

  static Meaning meaning(String word) {
    return oneOf(word, new Meaning[] {Meaning.HOST, Meaning.DOMAIN}, Meaning::id);
  }

  static TlsMode tls(String word) {
    return oneOf(word, TlsMode.values(), TlsMode::id);
  }

  static Family family(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "any" -> Family.ANY;
      case "4", "ipv4" -> Family.V4;
      case "6", "ipv6" -> Family.V6;
      default -> throw new IllegalArgumentException(quoted(word) + " is none of any, 4, 6");
    };
  }

  static InetAddress address(String word) {
    return Addresses.parse(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                quoted(word) + " is not an IP address; write 192.0.2.1 or 2001:db8::1"));
  }

  static HostName hostName(String word) {
    try {
      Host host = new TargetParser(TargetParser.Overrides.NONE).parse(word).host();
      if (host instanceof Host.Name(HostName name) && !word.matches(".*[:/@].*")) {
        return name;
      }
    } catch (InvalidTargetException e) {
      // said below, in the words that fit a name
    }
    throw new IllegalArgumentException(
        quoted(word) + " is not a host name; write one such as mail.example.org");
  }

  static EhloName ehlo(String word) {
    try {
      return word.startsWith("[") ? new EhloName(word) : EhloName.of(hostName(word));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          quoted(word) + " is no name for EHLO; write mail.example.org or [192.0.2.1]", e);
    }
  }

  static ServerNameIndication sni(String word) {
    return word.equals("none")
        ? new ServerNameIndication.None()
        : new ServerNameIndication.Fixed(hostName(word));
  }

  /** Names of profiles, at most one of them a ruleset. */
  static String profile(String words) {
    List<String> names = profiles(words);
    for (String name : names) {
      oneOf(name, Profiles.WITH_GUIDELINES.toArray(String[]::new), n -> n);
    }
    if (names.stream().filter(Profiles.NAMES::contains).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "only one of " + String.join(" and ", Profiles.NAMES) + " at a time");
    }
    return String.join(",", names);
  }

  static List<String> profiles(String words) {
    return Arrays.stream(words.split(",", MOST_PORTS))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  static AuditDepth audit(String word) {
    return oneOf(word, AuditDepth.values(), depth -> depth.name().toLowerCase(Locale.ROOT));
  }

  static Duration duration(String word) {
    Matcher matcher = DURATION.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          quoted(word) + " is not a duration; write 5, 5s, 500ms or 2m");
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofSeconds(count);
        };
    if (duration.isZero()) {
      throw new IllegalArgumentException(quoted(word) + " is no time at all");
    }
    return duration;
  }

  private static <T> T oneOf(String word, T[] values, Function<T, String> name) {
    return Stream.of(values)
        .filter(value -> name.apply(value).equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                quoted(word)
                    + " is none of "
                    + Stream.of(values).map(name).collect(Collectors.joining(", "))));
  }

  static String quoted(String text) {
    return "'" + Words.shortened(Visible.ofText(text), LONGEST_QUOTE) + "'";
  }
}
