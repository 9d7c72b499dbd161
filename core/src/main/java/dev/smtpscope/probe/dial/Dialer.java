package dev.smtpscope.probe.dial;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Opens TCP connections with TCP_NODELAY, without which small TLS flights wait for
 * acknowledgements.
 *
 * @param source the local address to dial from
 * @param policy which addresses may be dialled
 */
public record Dialer(Optional<InetAddress> source, AddressPolicy policy) {
  /** A socket when the outcome is {@code Connected}, none otherwise. */
  public record Dialled(DialOutcome outcome, Optional<Socket> socket) {}

  /** Dials within {@code deadline}. */
  public Dialled dial(Endpoint endpoint, Deadline deadline) {
    Optional<String> refusal = policy.refusal(endpoint.address());
    if (refusal.isPresent()) {
      return failed(new DialOutcome.NotAttempted(refusal.get()));
    }
    Optional<InetAddress> other = source.filter(s -> s.getClass() != endpoint.address().getClass());
    if (other.isPresent()) {
      return failed(new DialOutcome.NotAttempted("the source address is of the other IP version"));
    }
    Duration limit = deadline.remaining();
    if (limit.isZero()) {
      return failed(new DialOutcome.NotAttempted("no time was left"));
    }
    Optional<Socket> opened = Optional.empty();
    try {
      // a channel's socket, because an interrupt ends its waits on every kind of thread
      Socket socket = SocketChannel.open(family(endpoint)).socket();
      opened = Optional.of(socket);
      connect(socket, endpoint, Math.max(1, (int) Math.min(limit.toMillis(), Integer.MAX_VALUE)));
      return new Dialled(new DialOutcome.Connected(), Optional.of(socket));
    } catch (IOException e) {
      opened.ifPresent(Dialer::close);
      return failed(outcome(e, deadline.limit()));
    }
  }

  private static StandardProtocolFamily family(Endpoint endpoint) {
    return endpoint.address() instanceof Inet6Address
        ? StandardProtocolFamily.INET6
        : StandardProtocolFamily.INET;
  }

  private void connect(Socket socket, Endpoint endpoint, int millis) throws IOException {
    socket.setTcpNoDelay(true);
    if (source.isPresent()) {
      socket.bind(new InetSocketAddress(source.get(), 0));
    }
    socket.connect(new InetSocketAddress(endpoint.address(), endpoint.service().port()), millis);
  }

  private DialOutcome outcome(IOException e, Duration limit) {
    if (Thread.currentThread().isInterrupted()) {
      return new DialOutcome.NotAttempted("the check was stopped");
    }
    String message = Optional.ofNullable(e.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    return switch (e) {
      case SocketTimeoutException timeout -> new DialOutcome.TimedOut(limit);
      case NoRouteToHostException noRoute -> new DialOutcome.Unreachable("no route to host");
      case BindException bind -> cannotBind();
      case ConnectException c when message.contains("timed out") -> new DialOutcome.TimedOut(limit);
      case ConnectException refused -> new DialOutcome.Refused();
      case IOException reset when message.contains("reset") -> new DialOutcome.Reset();
      default -> new DialOutcome.Unreachable(Visible.ofText(message));
    };
  }

  private DialOutcome cannotBind() {
    String from = source.map(Addresses::text).orElse("any address");
    return new DialOutcome.NotAttempted("this machine can't dial from " + from);
  }

  private static Dialled failed(DialOutcome outcome) {
    return new Dialled(outcome, Optional.empty());
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing was open that could be lost
    }
  }
}
