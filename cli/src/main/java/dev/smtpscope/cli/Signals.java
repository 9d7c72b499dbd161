package dev.smtpscope.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/**
 * Waits for the wish to end: a first signal asks for it, a second one ends the process at once. The
 * JVM's shutdown hooks do not tell of a second one.
 */
public final class Signals {
  private static final int SIGNALLED = 128;
  private static final Duration TIDYING = Duration.ofMillis(500);

  private final CountDownLatch first = new CountDownLatch(1);
  private final IntConsumer halt;
  private volatile Runnable tidy = () -> {};

  public Signals() {
    this(Runtime.getRuntime()::halt);
  }

  Signals(IntConsumer halt) {
    this.halt = halt;
  }

  /** Follows the signals of this process. */
  public void listen() {
    listen("HUP", 1);
    listen("INT", 2);
    listen("TERM", 15);
  }

  /** Has {@code tidy} run before a second signal ends the process, for half a second at most. */
  public void beforeEnd(Runnable tidy) {
    this.tidy = tidy;
  }

  /** As if a signal had come. */
  public void request() {
    first.countDown();
  }

  /** Returns when the first signal has come. */
  public void await() throws InterruptedException {
    first.await();
  }

  /** By reflection: the API is there for all (jdk.unsupported), but javac can't be kept calm. */
  private void listen(String name, int number) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance(name),
              handler(handler, number));
    } catch (ReflectiveOperationException e) {
      // Taken by the JVM (-Xrs) or unknown to this system: it then does what it does.
    }
  }

  private Object handler(Class<?> type, int number) {
    InvocationHandler received =
        (_, _, _) -> {
          received(number);
          return null;
        };
    return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, received);
  }

  void received(int number) {
    if (first.getCount() == 0) {
      tidyUp();
      halt.accept(SIGNALLED + number);
    }
    first.countDown();
  }

  /** On a thread of its own, because a terminal that was stopped takes nothing. */
  private void tidyUp() {
    try {
      boolean _ = Thread.ofPlatform().daemon().start(tidy).join(TIDYING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
