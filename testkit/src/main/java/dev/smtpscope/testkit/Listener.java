package dev.smtpscope.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Accepts connections, has each lived by its personality, and keeps the conversations. */
final class Listener implements AutoCloseable {
  private static final int BACKLOG = 128;

  private final ServerSocket socket;
  private final IntFunction<? extends Personality> personalities;
  private final Contexts contexts = new Contexts();
  private final ConnectionThreads threads = new ConnectionThreads();
  private final Semaphore room = new Semaphore(ScriptedSmtpServer.MOST_CONNECTIONS);
  private final AtomicInteger accepted = new AtomicInteger();
  private final List<Conversation> finished = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Conversation> fresh = new LinkedBlockingQueue<>();

  private Listener(ServerSocket socket, IntFunction<? extends Personality> personalities) {
    this.socket = socket;
    this.personalities = personalities;
  }

  static Listener start(
      InetAddress address, int port, IntFunction<? extends Personality> personalities)
      throws IOException {
    Listener listener = new Listener(new ServerSocket(port, BACKLOG, address), personalities);
    listener.threads.start(listener::accept);
    return listener;
  }

  InetSocketAddress endpoint() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  int accepted() {
    return accepted.get();
  }

  List<Conversation> finished() {
    return List.copyOf(finished);
  }

  Conversation await(Duration limit) throws InterruptedException {
    Conversation next = fresh.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (next == null) {
      throw new IllegalStateException(
          "no conversation ended within %d ms; %d begun, %d over"
              .formatted(limit.toMillis(), accepted.get(), finished.size()));
    }
    return next;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        room.acquire();
        Socket connection = socket.accept();
        int number = accepted.incrementAndGet();
        threads.serve(connection, () -> live(connection, number));
      }
    } catch (IOException | InterruptedException closed) {
      room.drainPermits();
    }
  }

  private void live(Socket connection, int number) {
    Recording recording = new Recording(number);
    try {
      converse(new Wire(connection, recording, contexts), personalities.apply(number));
    } catch (IOException | RuntimeException broken) {
      recording.problem(String.valueOf(broken.getMessage()));
    } finally {
      keep(recording.finished());
      room.release();
    }
  }

  private static void converse(Wire wire, Personality personality) {
    try {
      switch (personality) {
        case Behaviour behaviour -> new SmtpSession(wire, behaviour).run();
        case Script script -> new ScriptSession(wire, script).run();
      }
    } catch (Hangup intended) {
      return;
    } catch (IOException broken) {
      wire.recording().problem(String.valueOf(broken.getMessage()));
    } finally {
      wire.close();
    }
  }

  private void keep(Conversation conversation) {
    if (finished.size() < ScriptedSmtpServer.MOST_CONVERSATIONS) {
      finished.add(conversation);
      fresh.add(conversation);
    }
  }
}
