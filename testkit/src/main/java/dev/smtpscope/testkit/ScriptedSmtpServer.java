package dev.smtpscope.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A server on a loopback address that behaves as it is told to and records what its clients do.
 *
 * <pre>{@code
 * try (ScriptedSmtpServer server = ScriptedSmtpServer.start(Script.replies("220 hi\n250 hello\n221 bye"))) {
 *   talkTo(server.address(), server.port());
 *   assertEquals("EHLO probe.example\nQUIT", server.awaitConversation(Duration.ofSeconds(5)).commands());
 * }
 * }</pre>
 *
 * <p>Thread-safe. At most {@value #MOST_CONNECTIONS} connections are served at a time; others wait.
 * Each is served on a virtual thread of its own, and {@link #close()} ends them all at once.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
  /** How many connections are served side by side. */
  public static final int MOST_CONNECTIONS = 64;

  /** How many conversations are kept for {@link #awaitConversation}; later ones are not. */
  public static final int MOST_CONVERSATIONS = 10_000;

  private final Listener listener;

  private ScriptedSmtpServer(Listener listener) {
    this.listener = listener;
  }

  /** Where a server shall listen. */
  public record Place(InetAddress address, int port) {
    /** Starts a server that is the same on each connection. */
    public ScriptedSmtpServer start(Personality personality) throws IOException {
      return startEach(_ -> personality);
    }

    /** Starts a server whose manners depend on the connection's number, from 1. */
    public ScriptedSmtpServer startEach(IntFunction<? extends Personality> personalities)
        throws IOException {
      return new ScriptedSmtpServer(Listener.start(address, port, personalities));
    }
  }

  /** Starts a server on a free port of a loopback address that no other server of this JVM has. */
  public static ScriptedSmtpServer start(Personality personality) throws IOException {
    return on(Loopback.address(), 0).start(personality);
  }

  /** A place to start at; port 0 is a free one. */
  public static Place on(InetAddress address, int port) {
    return new Place(address, port);
  }

  /** A place to start at, by an address literal. */
  public static Place on(String address, int port) {
    return on(Loopback.address(address), port);
  }

  /** The address it listens on. */
  public InetAddress address() {
    return endpoint().getAddress();
  }

  /** The port it listens on. */
  public int port() {
    return endpoint().getPort();
  }

  /** Address and port. */
  public InetSocketAddress endpoint() {
    return listener.endpoint();
  }

  /** How many connections have been accepted so far. */
  public int connections() {
    return listener.accepted();
  }

  /** All conversations that are over, in the order in which they ended. */
  public List<Conversation> conversations() {
    return listener.finished();
  }

  /**
   * Waits for the next conversation to end; each is given out once, in the order of their ends.
   *
   * @throws IllegalStateException if none ends in time
   */
  public Conversation awaitConversation(Duration limit) throws InterruptedException {
    return listener.await(limit);
  }

  /** Ends all connections and waits, briefly, for their threads. */
  @Override
  public void close() {
    listener.close();
  }
}
