package dev.smtpscope.web.http;

import dev.smtpscope.target.Addresses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Answers only to names that are its own. Otherwise a page anywhere could have its own name point
 * here, and read what a private service tells (DNS rebinding).
 */
final class HostGuard implements Handler {
  private static final int MISDIRECTED = 421;

  private final HttpOptions options;

  HostGuard(HttpOptions options) {
    this.options = options;
  }

  @Override
  public void handle(Context context) {
    String host = Caller.of(context).hostName();
    if (host.isEmpty()) {
      throw new HttpResponseException(400, "The Host header is missing or malformed.");
    }
    if (!isOwn(host)) {
      throw new HttpResponseException(
          MISDIRECTED,
          "The Host header names another host; --server-name adds names that this service has.");
    }
  }

  private boolean isOwn(String host) {
    return options.names().contains(host)
        || (options.isPublic() && options.names().isEmpty())
        || host.equals("localhost")
        || address(host).filter(this::isOwn).isPresent();
  }

  /** An address in the Host header cannot be rebound; a foreign one comes from a mere mistake. */
  private boolean isOwn(InetAddress address) {
    return address.isLoopbackAddress()
        || address.equals(options.listen())
        || options.listen().isAnyLocalAddress();
  }

  private static Optional<InetAddress> address(String host) {
    return Addresses.parse(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
  }
}
