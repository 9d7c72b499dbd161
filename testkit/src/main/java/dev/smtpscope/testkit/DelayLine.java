package dev.smtpscope.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** One direction of a {@link DelayProxy}: what is carried in is delivered a fixed time later. */
final class DelayLine {
  private static final int CHUNK = 16_384;
  private static final int MOST_CHUNKS_UNDER_WAY = 1024;
  private static final byte[] END = {};

  @SuppressWarnings("ArrayRecordComponent") // Private, and never compared.
  private record Chunk(byte[] octets, long dueNanos) {}

  private final Socket to;
  private final long delayNanos;
  private final BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(MOST_CHUNKS_UNDER_WAY);
  private final CountDownLatch over = new CountDownLatch(1);

  DelayLine(Socket to, Duration delay) {
    this.to = to;
    this.delayNanos = delay.toNanos();
  }

  /** Reads all that a socket receives, until its end. */
  void carry(Socket from) {
    byte[] buffer = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      for (int count; (count = in.read(buffer)) > 0; ) {
        accept(Arrays.copyOf(buffer, count));
      }
    } catch (IOException reset) {
      // Delivered below as an end: a reset would overtake what is under way.
    } finally {
      accept(END);
    }
  }

  /** Writes what is due, until the end. */
  void deliver() {
    try {
      OutputStream out = to.getOutputStream();
      byte[] next = nextDue();
      while (next.length > 0) {
        out.write(next);
        next = nextDue();
      }
      to.shutdownOutput();
    } catch (IOException gone) {
      underWay.clear();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] nextDue() throws IOException, InterruptedException {
    Chunk next = underWay.take();
    Pause.of(Duration.ofNanos(next.dueNanos() - System.nanoTime()));
    return next.octets();
  }

  private void accept(byte[] octets) {
    try {
      underWay.put(new Chunk(octets, System.nanoTime() + delayNanos));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
