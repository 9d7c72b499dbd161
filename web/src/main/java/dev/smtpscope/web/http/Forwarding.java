package dev.smtpscope.web.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds out who asks behind proxies. Only what a trusted proxy says counts, and what stands left of
 * the first hop that is not trusted may be anybody's invention.
 *
 * <p>{@code X-Forwarded-For} goes before {@code Forwarded} (RFC 7239): proxies of today set the
 * former and often let the latter pass as the client wrote it.
 */
final class Forwarding {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9_.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  private final List<Network> trusted;

  Forwarding(List<Network> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /**
   * Who asks.
   *
   * @param headers all values of a header of the request
   */
  Caller caller(InetAddress peer, Function<String, List<String>> headers) {
    String host = last(headers.apply("Host"));
    if (!isTrusted(peer)) {
      return new Caller(peer, false, "http", valid(host));
    }
    List<Hop> hops = Hop.of(headers);
    Optional<Hop> nearest = hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
    return new Caller(
        client(peer, hops),
        !hops.isEmpty(),
        nearest.flatMap(Hop::scheme).filter("https"::equals).orElse("http"),
        valid(nearest.flatMap(Hop::host).orElse(host)));
  }

  private InetAddress client(InetAddress peer, List<Hop> hops) {
    InetAddress client = peer;
    for (Hop hop : hops.reversed()) {
      if (hop.address().isEmpty()) {
        return client;
      }
      client = hop.address().get();
      if (!isTrusted(client)) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static String valid(String host) {
    return HOST.matcher(host).matches() ? host.toLowerCase(Locale.ROOT) : "";
  }

  private static String last(List<String> values) {
    return values.isEmpty() ? "" : values.getLast().strip();
  }
}
