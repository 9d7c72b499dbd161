package dev.smtpscope.testkit;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The virtual threads of one server, and the sockets they may be blocked on. */
final class ConnectionThreads implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  void start(Runnable task) {
    executor.execute(task);
  }

  void serve(Socket connection, Runnable task) {
    open.add(connection);
    try {
      executor.execute(() -> run(connection, task));
    } catch (RejectedExecutionException closing) {
      closeQuietly(connection);
    }
  }

  private void run(Socket connection, Runnable task) {
    try {
      task.run();
    } finally {
      closeQuietly(connection);
      open.remove(connection);
    }
  }

  /** Closing a socket wakes the thread that reads from it, in mid-handshake too. */
  @Override
  public void close() {
    executor.shutdownNow();
    open.forEach(ConnectionThreads::closeQuietly);
    try {
      if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("connections are still being served");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // The peer's reset may come first; the socket is closed either way.
    }
  }
}
