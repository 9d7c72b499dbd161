package dev.smtpscope.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A session written down line by line. Immutable.
 *
 * <pre>{@code
 * Script.of(
 *     """
 *     S: 220 mx.example.net ESMTP
 *     C: EHLO *
 *     S: 250-mx.example.net
 *     S: 250 STARTTLS
 *     C: STARTTLS
 *     S: 220 go ahead
 *     TLS
 *     C: QUIT
 *     S: 221 bye
 *     """)
 *     .tls(ServerTls.of(chain));
 * }</pre>
 *
 * <ul>
 *   <li>{@code S: text} is said, with CRLF; neighbouring lines go out in one write.
 *   <li>{@code R: text} is said as it is, with no line end.
 *   <li>{@code C: pattern} is what the client must say next, case aside; {@code *} is any text. If
 *       it says something else, that is the conversation's problem, and the session ends.
 *   <li>{@code TLS} is the handshake; {@code WAIT 200} waits that many milliseconds.
 *   <li>{@code CLOSE}, {@code RESET} and {@code HANG} end the session; so does the script's end,
 *       like {@code CLOSE}. {@code #} begins a comment.
 * </ul>
 *
 * <p>Escapes: {@code \r \n \t \0 \e \\} and {@code \xHH} for any octet.
 */
public final class Script implements Personality {
  private final List<Step> steps;
  private final Optional<ServerTls> tls;

  private Script(List<Step> steps, Optional<ServerTls> tls) {
    this.steps = List.copyOf(steps);
    this.tls = tls;
  }

  /**
   * Reads a script.
   *
   * @throws IllegalArgumentException naming the line that is none of the above
   */
  public static Script of(String text) {
    return new Script(ScriptParser.parse(text), Optional.empty());
  }

  /**
   * A server that says these replies one by one, the first as its greeting and each other one after
   * a line of the client, whatever that is. Lines as in {@link Behaviour}; {@code <TLS>} on a line
   * of its own is the handshake.
   */
  public static Script replies(String text) {
    return new Script(ScriptParser.replies(text), Optional.empty());
  }

  /** What the line {@code TLS} does. */
  public Script tls(ServerTls settings) {
    return new Script(steps, Optional.of(settings));
  }

  List<Step> steps() {
    return steps;
  }

  ServerTls tlsSettings() {
    return tls.orElseThrow(() -> new IllegalStateException("script says TLS and has no settings"));
  }

  /** One thing that happens in a script. */
  sealed interface Step {
    record Say(String octets) implements Step {}

    record Expect(String pattern) implements Step {}

    record StartTls() implements Step {}

    record Wait(Duration time) implements Step {}

    record End(Fault.End how) implements Step {}
  }
}
