package dev.smtpscope.probe.resolve;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.target.HostName;
import dev.smtpscope.text.Visible;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The operating system's resolver, hosts file included. Its call can't be broken off, so it runs on
 * a daemon thread of its own that is left behind when the limit passes.
 */
public final class SystemResolver implements AddressResolver {
  @Override
  public Lookup lookup(HostName name, Duration limit) {
    long began = System.nanoTime();
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("lookup").start(() -> resolve(name, found));
    try {
      List<InetAddress> addresses = found.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return new Lookup.Found(addresses, since(began));
    } catch (TimeoutException e) {
      return new Lookup.Failed("no answer from the resolver", since(began));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lookup.Failed("the check was stopped", since(began));
    } catch (ExecutionException e) {
      return failure(e, since(began));
    }
  }

  private static void resolve(HostName name, CompletableFuture<List<InetAddress>> found) {
    try {
      found.complete(List.of(InetAddress.getAllByName(name.ascii())));
    } catch (UnknownHostException | SecurityException e) {
      found.completeExceptionally(e);
    }
  }

  /**
   * The system's resolver tells "no such name" from "no answer" only in words; when these aren't
   * the usual ones the cause stays open.
   */
  private static Lookup failure(ExecutionException e, Duration elapsed) {
    String message = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
    String detail = Visible.ofText(message.substring(message.lastIndexOf(": ") + 1).strip());
    boolean absent = message.contains("not known") || message.contains("No address associated");
    return absent ? new Lookup.NotFound(detail, elapsed) : new Lookup.Failed(detail, elapsed);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
