package dev.smtpscope.web.http;

import io.javalin.http.Context;
import java.net.InetAddress;

/**
 * Who asks, and by what name and scheme they reached us; behind trusted proxies it is their word.
 *
 * @param proxied whether the request came through a trusted proxy
 * @param scheme {@code http} or {@code https}
 * @param host name or address, with the port where one was named; empty if there was none or it was
 *     malformed
 */
public record Caller(InetAddress address, boolean proxied, String scheme, String host) {
  static final String ATTRIBUTE = Caller.class.getName();

  /** Who sent the request of {@code context}. */
  public static Caller of(Context context) {
    Caller caller = context.attribute(ATTRIBUTE);
    if (caller == null) {
      throw new IllegalStateException("the server was set up without callers");
    }
    return caller;
  }

  /** What stands before the path in links to us, such as {@code https://check.example.org}. */
  public String origin() {
    return scheme + "://" + host;
  }

  /** The host without its port; an IPv6 address keeps its brackets. */
  String hostName() {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  boolean isSecure() {
    return scheme.equals("https");
  }
}
