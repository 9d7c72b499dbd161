package dev.smtpscope.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which a server misbehaves, and where. Faults at the same stage combine: an {@link
 * Instead} takes the reply's place, {@link Edit}s change it in the order given, and a {@link Pace}
 * governs how it goes out.
 *
 * <pre>{@code
 * Behaviours.postfix("mx.example.net").fault(new Fault.Drip(At.EHLO, Duration.ofSeconds(1)));
 * }</pre>
 *
 * <p>At {@link At#HANDSHAKE} the client's first TLS record is read before the fault strikes; an
 * edit there is said in place of the ServerHello, after which the server goes on in plain text.
 */
public sealed interface Fault {

  /** Where it strikes. */
  At at();

  /** Something else happens than a reply, and the session is over. */
  sealed interface Instead extends Fault {}

  /** Something else is said. */
  sealed interface Edit extends Fault {
    /** The octets to send for a reply, one per character. */
    String edit(String reply);
  }

  /** The right thing is said, at the wrong pace. */
  sealed interface Pace extends Fault {}

  /** Says nothing more, and keeps the connection until the client leaves. */
  record Hang(At at) implements Instead {}

  /** Ends the connection (FIN), inside TLS without close_notify. */
  record Close(At at) implements Instead {}

  /** Resets the connection (RST). */
  record Reset(At at) implements Instead {}

  /** Never stops sending. The pause comes after each chunk of some kilobytes. */
  record Flood(At at, Endless what, Duration pause) implements Instead {
    /** A flood at full speed. */
    public Flood(At at, Endless what) {
      this(at, what, Duration.ZERO);
    }
  }

  /** What a {@link Flood} consists of. */
  enum Endless {
    /** One line that never ends. */
    LINE,
    /** Continuation lines of one reply that never ends. */
    CONTINUATION,
    /** Pseudo-random octets, the same in each run. */
    BINARY
  }

  /** Is no SMTP server at all. */
  record Speak(Protocol protocol) implements Instead {
    @Override
    public At at() {
      return At.CONNECT;
    }
  }

  /** Another service on the port. */
  enum Protocol {
    /** Announces itself at once, as OpenSSH does. */
    SSH,
    /** Waits for a request, and answers each line of SMTP with 400 Bad Request. */
    HTTP,
    /** Greets as an IMAP4rev1 server. */
    IMAP,
    /** Greets as a POP3 server. */
    POP3,
    /** Greets with 220, as SMTP does, and knows no EHLO. */
    FTP,
    /** Waits for a ClientHello, and answers anything else with a TLS alert. */
    TLS
  }

  /** Answers the ClientHello with this alert: level 1 or 2, description as in RFC 8446 B.2. */
  record TlsAlert(int level, int description) implements Instead {
    @Override
    public At at() {
      return At.HANDSHAKE;
    }
  }

  /** Sends so many octets of what belongs here, and then does as the end says. */
  record Cut(At at, int octets, End end) implements Pace {}

  /** What follows a {@link Cut}. */
  enum End {
    /** Silence. */
    HANG,
    /** FIN. */
    CLOSE,
    /** RST. */
    RESET
  }

  /** Sends a single octet at each interval. */
  record Drip(At at, Duration interval) implements Pace {}

  /** Sends each octet by itself, with no pause. */
  record Split(At at) implements Pace {}

  /** Waits before it answers. */
  record Delay(At at, Duration delay) implements Pace {}

  /** Says this in place of the reply; lines parted by line feeds, CRLF is added. */
  record Reply(At at, String text) implements Edit {
    @Override
    public String edit(String reply) {
      return Replies.wire(text);
    }
  }

  /** Sends these octets, one per character, in place of the reply. */
  record Garbage(At at, String octets) implements Edit {
    /** Some octets that are neither text nor TLS. */
    public Garbage(At at) {
      this(at, "\u0000\u00ff\u00fe\u0007\u001b\u0080 \u009f\r\n\u0001\u007f\r\n");
    }

    @Override
    public String edit(String reply) {
      return octets;
    }
  }

  /** Ends its lines with LF alone. */
  record BareLf(At at) implements Edit {
    @Override
    public String edit(String reply) {
      return reply.replace("\r\n", "\n");
    }
  }

  /** Ends a reply of several lines with another code than it began with. */
  record DifferingCodes(At at, int lastCode) implements Edit {
    @Override
    public String edit(String reply) {
      List<String> lines = new ArrayList<>(Replies.lines(reply));
      if (lines.size() == 1) {
        lines.add(0, lines.get(0).substring(0, 3) + "-" + lines.get(0).substring(4));
      }
      lines.add(lastCode + " " + lines.removeLast().substring(4));
      return Replies.join(lines);
    }
  }

  /** Says a second reply that nobody asked for, right behind the first. */
  record ExtraReply(At at, String text) implements Edit {
    @Override
    public String edit(String reply) {
      return reply + Replies.wire(text);
    }
  }

  /**
   * Sends octets out of turn: at {@link At#CONNECT} before the greeting, at {@link At#STARTTLS}
   * plain text behind the 220, elsewhere behind the reply.
   */
  record EarlyBytes(At at, String octets) implements Edit {
    @Override
    public String edit(String reply) {
      return reply + octets;
    }
  }

  /** Makes the first line so many octets long, CRLF included. */
  record LongLine(At at, int octets) implements Edit {
    @Override
    public String edit(String reply) {
      int first = reply.indexOf("\r\n");
      String padding = "x".repeat(Math.max(0, octets - first - 2));
      return reply.substring(0, first) + padding + reply.substring(first);
    }
  }

  /** Overwrites greeting or keywords as the SMTP inspection of Cisco's firewalls does. */
  record MaskedCapabilities(At at) implements Edit {
    @Override
    public String edit(String reply) {
      return Mask.apply(reply);
    }
  }

  /** Adds terminal escapes, markup, control and bidirectional characters to every line. */
  record AnsiAndHtml(At at) implements Edit {
    /** The hostile text, in octets. */
    public static final String HOSTILE =
        Replies.octets(
            "\u001b[2J\u001b[31mred\u001b]0;title\u0007<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>\b\u0000\u007f\u202egnp.exe"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Override
    public String edit(String reply) {
      return reply.replace("\r\n", " " + HOSTILE + "\r\n");
    }
  }

  /** The 220 of STARTTLS, and then plain text as if it had not been said. */
  static Fault plainAfterStartTls() {
    return new Reply(At.HANDSHAKE, "500 5.5.2 Error: command not recognized");
  }
}
