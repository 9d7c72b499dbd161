package dev.smtpscope.bulk.probe;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsOutcome;
import java.util.concurrent.atomic.LongAdder;

/** How many looks at servers there were. Safe for all threads. */
public final class ProbeCounts {
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder shared = new LongAdder();
  private final LongAdder connected = new LongAdder();
  private final LongAdder inTls = new LongAdder();
  private final LongAdder unclear = new LongAdder();

  /**
   * How many at one moment.
   *
   * @param inFlight connections that are open or being opened
   * @param made looks that have ended
   * @param shared how often a look served another target too
   * @param connected of those made, how many got a connection
   * @param inTls of those made, how many got TLS
   * @param unclear of those made, how many told nothing because this machine was late itself
   */
  public record Sums(
      long inFlight, long made, long shared, long connected, long inTls, long unclear) {}

  /** One look, until it is closed. */
  final class Running implements AutoCloseable {
    void seen(EndpointFacts facts) {
      if (facts.dial() instanceof DialOutcome.Connected) {
        connected.increment();
      }
      if (facts.tls() instanceof TlsOutcome.Established) {
        inTls.increment();
      }
    }

    void unclear() {
      unclear.increment();
    }

    @Override
    public void close() {
      ended.increment();
    }
  }

  Running begin() {
    begun.increment();
    return new Running();
  }

  void shared() {
    shared.increment();
  }

  /** The sums so far. */
  public Sums sums() {
    long done = ended.sum();
    return new Sums(
        begun.sum() - done, done, shared.sum(), connected.sum(), inTls.sum(), unclear.sum());
  }
}
