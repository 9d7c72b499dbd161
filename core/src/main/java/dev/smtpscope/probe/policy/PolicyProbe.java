package dev.smtpscope.probe.policy;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.dialogue.SocketWire;
import dev.smtpscope.probe.tls.TlsHandshake;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Fetches an MTA-STS policy over HTTPS (RFC 8461 section 3.3) with one GET of HTTP/1.1 that follows
 * no redirect. Any certificate is accepted and recorded: what may be trusted is for judgement. Safe
 * for many threads; an interrupt ends any wait.
 */
public final class PolicyProbe {
  private static final int HTTPS = 443;

  /** As many addresses as are tried until one takes the connection. */
  private static final int ADDRESSES = 4;

  private final Dialer dialer;
  private final int port;

  public PolicyProbe(Dialer dialer) {
    this(dialer, HTTPS);
  }

  PolicyProbe(Dialer dialer, int port) {
    this.dialer = dialer;
    this.port = port;
  }

  /** Fetches the policy that {@code host} has, at the first of its addresses that answers. */
  public PolicyFetch fetch(HostName host, Lookup lookup, Deadline deadline) {
    PolicyFetch last = new PolicyFetch.NoAddress(lookup);
    for (InetAddress address : addresses(lookup)) {
      last = fetch(host, address, deadline);
      if (!(last instanceof PolicyFetch.NotConnected)) {
        return last;
      }
    }
    return last;
  }

  private static List<InetAddress> addresses(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found found -> found.addresses().stream().limit(ADDRESSES).toList();
      case Lookup.Literal literal -> List.of(literal.address());
      case Lookup.NotFound none -> List.of();
      case Lookup.Failed none -> List.of();
    };
  }

  private PolicyFetch fetch(HostName host, InetAddress address, Deadline deadline) {
    long began = System.nanoTime();
    Endpoint endpoint = new Endpoint(address, new Service(port, Role.ALTERNATE, TlsMode.IMPLICIT));
    Dialer.Dialled dialled = dialer.dial(endpoint, share(deadline));
    Optional<Socket> socket = dialled.socket();
    return socket.isEmpty()
        ? new PolicyFetch.NotConnected(address, dialled.outcome(), since(began))
        : converse(host, address, socket.get(), deadline, began);
  }

  /** A deaf address leaves time for the next. */
  private static Deadline share(Deadline deadline) {
    return deadline.within(deadline.remaining().dividedBy(2));
  }

  private static PolicyFetch converse(
      HostName host, InetAddress address, Socket socket, Deadline deadline, long began) {
    try (SocketWire wire = new SocketWire(socket, deadline)) {
      TlsOutcome tls = new TlsHandshake(wire, Optional.of(host.ascii())).perform(deadline);
      return tls instanceof TlsOutcome.Established(TlsSession session)
          ? ask(host, address, session, wire, deadline, began)
          : new PolicyFetch.NoTls(address, tls, since(began));
    } catch (IOException e) {
      return new PolicyFetch.NotConnected(address, new DialOutcome.Reset(), since(began));
    }
  }

  private static PolicyFetch ask(
      HostName host,
      InetAddress address,
      TlsSession session,
      SocketWire wire,
      Deadline deadline,
      long began) {
    try {
      wire.until(deadline);
      wire.write(request(host).getBytes(StandardCharsets.US_ASCII));
      HttpResponse response = HttpResponse.read(wire);
      return new PolicyFetch.Answered(
          address,
          session,
          response.status(),
          response.contentType(),
          response.status() == 200 ? response.lines() : List.of(),
          response.isTruncated(),
          since(began));
    } catch (IOException e) {
      return new PolicyFetch.NoAnswer(address, session, told(e, deadline), since(began));
    }
  }

  private static String request(HostName host) {
    return "GET /.well-known/mta-sts.txt HTTP/1.1\r\n"
        + ("Host: " + host.ascii() + "\r\n")
        + "User-Agent: smtpscope\r\n"
        + "Accept: text/plain\r\n"
        + "Connection: close\r\n\r\n";
  }

  private static String told(IOException e, Deadline deadline) {
    if (Thread.currentThread().isInterrupted()) {
      return "the check was stopped";
    }
    return switch (e) {
      case SocketTimeoutException late ->
          "no whole answer in " + deadline.limit().toSeconds() + " seconds";
      case HttpResponse.NotHttp wrong -> wrong.told();
      default -> "the connection ended before the answer did";
    };
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
