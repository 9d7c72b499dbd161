package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsServer;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;

/** Makes the way to a resolver. */
final class Transports {
  private Transports() {}

  /** Made when the first resolver over HTTPS is asked for. */
  private static final class Https {
    static final HttpClient CLIENT =
        HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
  }

  static Transport to(DnsServer server) {
    return switch (server) {
      case DnsServer.Plain plain -> new PlainTransport(plain);
      case DnsServer.Https https -> new HttpsTransport(https, Https.CLIENT);
    };
  }
}
