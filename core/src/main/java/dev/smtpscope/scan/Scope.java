package dev.smtpscope.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/**
 * The one place where threads are started: tasks side by side, each on a thread of its own, where
 * an interrupt closes the socket even in the middle of a handshake.
 */
final class Scope implements AutoCloseable {
  private final ThreadFactory threads;
  private final ExecutorService executor;

  Scope(ThreadKind kind) {
    threads = factory(kind);
    executor = Executors.newThreadPerTaskExecutor(threads);
  }

  private static ThreadFactory factory(ThreadKind kind) {
    return switch (kind) {
      case VIRTUAL -> Thread.ofVirtual().factory();
      case PLATFORM -> Thread.ofPlatform().daemon().factory();
    };
  }

  /**
   * Runs all tasks and gives their results in order. A task's own exception is a bug and comes out
   * as it is; interrupted tasks are expected to return what they have. After {@link #cancel} they
   * are interrupted from the start.
   */
  <T> List<T> all(List<Callable<T>> tasks) {
    List<Future<T>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(fork(task)));
    return futures.stream().map(this::join).toList();
  }

  /** Runs all tasks, which give no results. */
  void runAll(List<Runnable> tasks) {
    all(tasks.stream().map(Executors::callable).toList());
  }

  /** Starts one task beside its caller. */
  <T> Future<T> fork(Callable<T> task) {
    try {
      return executor.submit(task);
    } catch (RejectedExecutionException e) {
      return startInterrupted(task);
    }
  }

  private <T> Future<T> startInterrupted(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = threads.newThread(future);
    thread.interrupt();
    thread.start();
    return future;
  }

  /**
   * Waits for a task's result. An interrupt cancels all tasks once: who waits may be one of them,
   * and would interrupt itself again and again.
   */
  <T> T join(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          if (!interrupted) {
            interrupted = true;
            cancel();
          }
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Interrupts all tasks. */
  void cancel() {
    executor.shutdownNow();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
