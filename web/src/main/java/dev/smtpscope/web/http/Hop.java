package dev.smtpscope.web.http;

import dev.smtpscope.target.Addresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one proxy said of the one before it.
 *
 * @param address empty where it is hidden or no address
 */
record Hop(Optional<InetAddress> address, Optional<String> scheme, Optional<String> host) {
  private static final int MOST = 32;

  /** The hops from the client on. */
  static List<Hop> of(Function<String, List<String>> headers) {
    List<String> addresses = items(headers.apply("X-Forwarded-For"));
    return addresses.isEmpty()
        ? items(headers.apply("Forwarded")).stream().map(Hop::ofElement).toList()
        : ofAddresses(addresses, headers);
  }

  private static List<Hop> ofAddresses(
      List<String> addresses, Function<String, List<String>> headers) {
    Optional<String> scheme = last(headers.apply("X-Forwarded-Proto"));
    Optional<String> host = last(headers.apply("X-Forwarded-Host"));
    return addresses.stream().map(text -> new Hop(address(text), scheme, host)).toList();
  }

  private static Hop ofElement(String element) {
    return new Hop(
        parameter(element, "for").flatMap(Hop::address),
        parameter(element, "proto").map(word -> word.toLowerCase(Locale.ROOT)),
        parameter(element, "host"));
  }

  private static Optional<String> parameter(String element, String name) {
    return Arrays.stream(element.split(";", -1))
        .map(String::strip)
        .filter(pair -> pair.regionMatches(true, 0, name + "=", 0, name.length() + 1))
        .map(pair -> unquoted(pair.substring(name.length() + 1)))
        .findFirst();
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static Optional<InetAddress> address(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? Optional.empty() : Addresses.parse(text.substring(1, end));
    }
    boolean hasPort = text.indexOf(':') == text.lastIndexOf(':') && text.contains(".");
    return Addresses.parse(hasPort ? text.split(":", 2)[0] : text);
  }

  /** The items of a list header, of which only the last few are looked at. */
  private static List<String> items(List<String> values) {
    List<String> items = new ArrayList<>();
    for (String value : values) {
      Arrays.stream(value.split(",", -1)).map(String::strip).forEach(items::add);
    }
    items.removeIf(String::isEmpty);
    return items.subList(Math.max(0, items.size() - MOST), items.size());
  }

  private static Optional<String> last(List<String> values) {
    List<String> items = items(values);
    return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
  }
}
