package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Rcode;

/**
 * The resolvers in use, asked in their order, and again after a silence with more patience each
 * time. Questions beyond a number wait for their turn, and a resolver's time begins when it comes.
 */
final class Upstream {
  private static final int ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final long LONG_AGO = Duration.ofDays(1).toNanos();

  private final List<Transport> transports;
  private final Semaphore places;
  private volatile long heard = System.nanoTime() - LONG_AGO;

  /**
   * @param atOnce how many questions may be under way
   */
  Upstream(List<Transport> transports, int atOnce) {
    this.transports = List.copyOf(transports);
    this.places = new Semaphore(atOnce, true);
  }

  /** Whether there was a usable reply since that moment of {@link System#nanoTime}. */
  boolean hasHeardSince(long nanoTime) {
    return heard - nanoTime >= 0;
  }

  DnsServer first() {
    return transports.getFirst().server();
  }

  /** The first usable reply; else the last failure, where one of a resolver's own beats silence. */
  Reply ask(Query query, Deadline deadline) {
    return ask(query, deadline, places);
  }

  /** The same without waiting for a turn. */
  Reply askOutOfTurn(Query query, Deadline deadline) {
    return ask(query, deadline, new Semaphore(1));
  }

  private Reply ask(Query query, Deadline deadline, Semaphore places) {
    Reply.Lost worst = Reply.Lost.of(DnsFailure.TIMEOUT, "no time was left", first());
    for (int round = 0; round < ROUNDS && !deadline.isOver(); round++) {
      Duration patience = PATIENCE.multipliedBy(1L << round);
      boolean silence = false;
      for (Transport transport : transports) {
        if (deadline.isOver()) {
          return worst;
        }
        Reply reply = inTurn(query, transport, deadline, patience, places);
        if (!(reply instanceof Reply.Lost lost)) {
          heard = System.nanoTime();
          return reply;
        }
        if (lost.kind() == DnsFailure.STOPPED) {
          return reply;
        }
        silence |= lost.kind() == DnsFailure.TIMEOUT;
        worst = lost.kind() == DnsFailure.TIMEOUT && isAnswer(worst) ? worst : lost;
      }
      if (!silence) {
        break;
      }
    }
    return worst;
  }

  private static boolean isAnswer(Reply.Lost lost) {
    return lost.kind() != DnsFailure.TIMEOUT && lost.kind() != DnsFailure.UNREACHABLE;
  }

  private static Reply inTurn(
      Query query, Transport transport, Deadline deadline, Duration patience, Semaphore places) {
    try {
      if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return Reply.Lost.of(
            DnsFailure.TIMEOUT, "too many other questions were under way", transport.server());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped(transport.server());
    }
    try {
      return once(query, transport, deadline.within(patience));
    } finally {
      places.release();
    }
  }

  private static Reply once(Query query, Transport transport, Deadline deadline) {
    int id = RANDOM.nextInt(0x10000);
    Reply reply = exchange(query.toWire(id), transport, deadline);
    return reply instanceof Reply.Lost lost && knowsNoEdns(lost)
        ? exchange(query.toWireWithoutEdns(id), transport, deadline)
        : reply;
  }

  /** RFC 6891 section 7. */
  private static boolean knowsNoEdns(Reply.Lost lost) {
    return lost.kind() == DnsFailure.ERROR_CODE
        && (lost.detail().contains(Rcode.string(Rcode.FORMERR))
            || lost.detail().contains(Rcode.string(Rcode.NOTIMP)));
  }

  private static Reply exchange(byte[] query, Transport transport, Deadline deadline) {
    try {
      return Reply.of(transport.exchange(query, deadline), transport.server());
    } catch (IOException e) {
      return failure(e, deadline, transport.server());
    }
  }

  private static Reply failure(IOException e, Deadline deadline, DnsServer server) {
    if (Thread.currentThread().isInterrupted()) {
      return stopped(server);
    }
    return switch (e) {
      case SocketTimeoutException _ ->
          Reply.Lost.of(
              DnsFailure.TIMEOUT, "no answer within " + Words.duration(deadline.limit()), server);
      case ClosedByInterruptException _ -> stopped(server);
      case InterruptedIOException _ -> stopped(server);
      case PortUnreachableException _ -> nobody(server);
      case ConnectException _ -> nobody(server);
      case EOFException _ ->
          Reply.Lost.of(DnsFailure.MALFORMED, "the answer over TCP broke off", server);
      case ProtocolException _ -> Reply.Lost.of(DnsFailure.MALFORMED, message(e), server);
      default -> Reply.Lost.of(DnsFailure.UNREACHABLE, message(e), server);
    };
  }

  private static Reply stopped(DnsServer server) {
    return Reply.Lost.of(DnsFailure.STOPPED, "the check was stopped", server);
  }

  private static Reply nobody(DnsServer server) {
    return Reply.Lost.of(DnsFailure.UNREACHABLE, "nobody answers DNS at " + server.label(), server);
  }

  private static String message(IOException e) {
    return Visible.ofText(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }
}
