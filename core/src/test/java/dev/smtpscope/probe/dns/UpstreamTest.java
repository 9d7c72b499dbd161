package dev.smtpscope.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Questions wait for their turn, and the resolver is not blamed for that. */
@Timeout(60)
class UpstreamTest {
  private static final Query QUERY = Query.here(Name.root, Type.SOA);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final SlowTransport transport = new SlowTransport();

  @Test
  void noMoreQuestionsThanAllowedAreUnderWay() throws Exception {
    Upstream upstream = new Upstream(List.of(transport), 2);
    List<Thread> threads = new ArrayList<>();
    ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 6; i++) {
      threads.add(
          Thread.ofPlatform().start(() -> replies.add(upstream.ask(QUERY, Deadline.after(LONG)))));
    }
    for (Thread thread : threads) {
      awaitWaiting(thread);
    }
    transport.answers.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(replies).hasSize(6).allMatch(Reply.Answered.class::isInstance);
    assertThat(transport.most).hasValue(2);
  }

  @Test
  void theTimeOfAResolverBeginsWithTheTurn() throws Exception {
    Upstream upstream = new Upstream(List.of(transport), 1);
    var _ = occupy(upstream);
    Thread second = Thread.ofPlatform().start(() -> upstream.ask(QUERY, Deadline.after(LONG)));
    awaitWaiting(second);
    long freed = System.nanoTime();
    transport.answers.countDown();
    second.join();
    Deadline last = transport.deadlines.get(1);
    assertThat(last.nanoTime() - freed).isGreaterThanOrEqualTo(last.limit().toNanos());
    assertThat(last.limit()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void whoseTurnDoesNotComeInTimeIsToldSo() throws Exception {
    Upstream upstream = new Upstream(List.of(transport, transport), 1);
    CompletableFuture<Reply> first = occupy(upstream);
    assertThat(upstream.ask(QUERY, Deadline.after(Duration.ofMillis(20))))
        .isEqualTo(
            Reply.Lost.of(
                DnsFailure.TIMEOUT, "too many other questions were under way", transport.server()));
    transport.answers.countDown();
    assertThat(first.get()).isInstanceOf(Reply.Answered.class);
    assertThat(transport.deadlines).hasSize(1);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Upstream upstream = new Upstream(List.of(transport), 1);
    var _ = occupy(upstream);
    Thread.currentThread().interrupt();
    Reply reply = upstream.ask(QUERY, Deadline.after(LONG));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reply)
        .matches(r -> r instanceof Reply.Lost lost && lost.kind() == DnsFailure.STOPPED);
    transport.answers.countDown();
  }

  @Test
  void oneOutOfTurnDoesNotWait() throws Exception {
    Upstream upstream = new Upstream(List.of(transport), 1);
    var _ = occupy(upstream);
    Thread second =
        Thread.ofPlatform().start(() -> upstream.askOutOfTurn(QUERY, Deadline.after(LONG)));
    while (transport.underWay.get() < 2) {
      Thread.sleep(1);
    }
    transport.answers.countDown();
    second.join();
    assertThat(transport.most).hasValue(2);
  }

  private CompletableFuture<Reply> occupy(Upstream upstream) throws InterruptedException {
    CompletableFuture<Reply> reply =
        CompletableFuture.supplyAsync(
            () -> upstream.ask(QUERY, Deadline.after(LONG)), Thread.ofVirtual()::start);
    transport.asked.await();
    return reply;
  }

  private static void awaitWaiting(Thread thread) throws InterruptedException {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
  }

  /** Answers nothing until it is told to. */
  private static final class SlowTransport implements Transport {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch answers = new CountDownLatch(1);
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final List<Deadline> deadlines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public DnsServer server() {
      return new DnsServer.Plain(InetAddress.ofLiteral("192.0.2.53"), 53);
    }

    @Override
    public byte[] exchange(byte[] query, Deadline deadline) throws IOException {
      deadlines.add(deadline);
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      asked.countDown();
      try {
        answers.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      } finally {
        underWay.decrementAndGet();
      }
      Message message = new Message(query);
      message.getHeader().setFlag(Flags.QR);
      return message.toWire();
    }
  }
}
