package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The policy hosts of MTA-STS, each at an address of its own with a certificate of its own (RFC
 * 8461 section 3.3). Each begins when it is opened.
 */
final class PolicyServer {
  private static final String REQUEST = "GET /.well-known/mta-sts.txt HTTP/1.1";

  private final Loop loop;
  private final Internet internet;
  private final Credentials credentials;

  PolicyServer(Loop loop, Internet internet, Credentials credentials) {
    this.loop = loop;
    this.internet = internet;
    this.credentials = credentials;
  }

  /**
   * Has the policy host at that address begin; 0 has the system choose the port. Returns the port,
   * unless nobody is to listen there.
   */
  Optional<Integer> open(InetAddress address, int port) throws IOException {
    return manner(internet.policyDomain(address)) == PolicyManner.REFUSING
        ? Optional.empty()
        : Optional.of(loop.listen(address, port, this::welcome));
  }

  private PolicyManner manner(int domain) {
    return internet.policy(domain).orElse(PolicyManner.REFUSING);
  }

  private void welcome(Connection connection, InetAddress called) {
    int domain = internet.policyDomain(called);
    PolicyManner manner = manner(domain);
    String name = Internet.domain(domain);
    String host = (manner == PolicyManner.MISNAMED ? "www." : "mta-sts.") + name;
    connection.startTls(credentials.engine(host));
    StringBuilder first = new StringBuilder();
    connection.onLine(line -> {
      if (first.isEmpty()) {
        first.append(line);
      } else if (line.isEmpty()) {
        answer(connection, domain, REQUEST.contentEquals(first) ? manner : PolicyManner.MISSING);
      }
    });
  }

  private void answer(Connection connection, int domain, PolicyManner manner) {
    connection.later(
        internet.latency(domain).toNanos(),
        () -> {
          connection.say(response(domain, manner));
          connection.close();
        });
  }

  private String response(int domain, PolicyManner manner) {
    return switch (manner) {
      case ENFORCE, TESTING, NONE, MISNAMED, REFUSING ->
          response("200 OK", "text/plain", policy(domain, manner));
      case MISSING -> response("404 Not Found", "text/plain", "Not found\n");
      case GARBLED -> response("200 OK", "text/html", "<!doctype html><title>Welcome</title>\n");
    };
  }

  private String policy(int domain, PolicyManner manner) {
    String mode =
        switch (manner) {
          case TESTING -> "testing";
          case NONE -> "none";
          case ENFORCE, MISSING, GARBLED, MISNAMED, REFUSING -> "enforce";
        };
    String provider = internet.providerOf(domain).name();
    return "version: STSv1\r\nmode: "
        + mode
        + "\r\nmx: *."
        + provider
        + "\r\nmx: *.mail."
        + provider
        + "\r\nmax_age: 604800\r\n";
  }

  private static String response(String status, String type, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }
}
