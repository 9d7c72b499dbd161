package dev.smtpscope.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the wish to end: a first signal asks for it, a second one ends the process at once. The
 * JVM's shutdown hooks do not tell of a second one.
 */
public final class Signals {
  private static final int SIGNALLED = 128;

  private final CountDownLatch first = new CountDownLatch(1);

  /** Follows the signals of this process. */
  public void listen() {
    listen("HUP", 1);
    listen("INT", 2);
    listen("TERM", 15);
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
    InvocationHandler received = (_, _, _) -> received(number);
    return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, received);
  }

  private @Nullable Object received(int number) {
    if (first.getCount() == 0) {
      Runtime.getRuntime().halt(SIGNALLED + number);
    }
    first.countDown();
    return null;
  }
}
