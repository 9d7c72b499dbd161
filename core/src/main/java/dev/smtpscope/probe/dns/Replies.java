package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.probe.Deadline;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks each query once: who asks what another is asking waits for that reply. A silence, or the end
 * of one asker's patience, is not kept, so that others can try again.
 */
final class Replies {
  private final Upstream upstream;
  private final ConcurrentMap<Query, CompletableFuture<Reply>> asked;

  Replies(Upstream upstream, Memory memory) {
    this.upstream = upstream;
    this.asked = memory.replies();
  }

  Reply get(Query query, Deadline deadline) {
    while (true) {
      CompletableFuture<Reply> mine = new CompletableFuture<>();
      CompletableFuture<Reply> other = asked.putIfAbsent(query, mine);
      if (other == null) {
        return ask(query, deadline, mine);
      }
      Reply reply = await(other, deadline);
      if (isLasting(reply) || deadline.isOver() || Thread.currentThread().isInterrupted()) {
        return reply;
      }
    }
  }

  /** The reply to a query, where it has come. */
  Optional<Reply.Answered> known(Query query) {
    CompletableFuture<Reply> future = asked.get(query);
    return future != null && future.isDone() && future.join() instanceof Reply.Answered answered
        ? Optional.of(answered)
        : Optional.empty();
  }

  private Reply ask(Query query, Deadline deadline, CompletableFuture<Reply> mine) {
    Reply reply = Reply.Lost.of(DnsFailure.STOPPED, "the check was stopped", upstream.first());
    try {
      reply = upstream.ask(query, deadline);
      return reply;
    } finally {
      if (!isLasting(reply)) {
        asked.remove(query, mine);
      }
      mine.complete(reply);
    }
  }

  private static boolean isLasting(Reply reply) {
    return !(reply instanceof Reply.Lost lost)
        || switch (lost.kind()) {
          case STOPPED, TIMEOUT, UNREACHABLE -> false;
          case SERVFAIL, REFUSED, ERROR_CODE, MALFORMED, CNAME_LOOP -> true;
        };
  }

  private Reply await(CompletableFuture<Reply> other, Deadline deadline) {
    try {
      return other.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Reply.Lost.of(DnsFailure.TIMEOUT, "no answer in time", upstream.first());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.Lost.of(DnsFailure.STOPPED, "the check was stopped", upstream.first());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
