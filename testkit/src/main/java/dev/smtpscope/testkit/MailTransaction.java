package dev.smtpscope.testkit;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The commands that move mail, by the order of RFC 5321 section 4.1.4. */
final class MailTransaction {
  private static final Set<String> ALLOWED_OUTSIDE_TLS = Set.of("HELO", "NOOP", "RSET");
  private static final int MOST_MESSAGE_CHARACTERS = 1 << 20;

  private final Wire wire;
  private final Behaviour.Settings settings;
  private boolean sender;
  private boolean recipient;
  private boolean authenticated;

  MailTransaction(Wire wire, Behaviour.Settings settings) {
    this.wire = wire;
    this.settings = settings;
  }

  void reset() {
    sender = false;
    recipient = false;
  }

  void answer(String line) throws IOException {
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    String reply = refusal(verb).orElse("");
    say(reply.isEmpty() ? perform(verb, line) : reply);
  }

  private Optional<String> refusal(String verb) {
    if (settings.requireTls && !wire.secure() && !ALLOWED_OUTSIDE_TLS.contains(verb)) {
      return Optional.of("530 5.7.0 Must issue a STARTTLS command first");
    }
    boolean anonymous = settings.requireAuth && !authenticated && verb.equals("MAIL");
    return anonymous ? Optional.of("530 5.7.0 Authentication required") : Optional.empty();
  }

  private String perform(String verb, String line) throws IOException {
    return switch (verb) {
      case "HELO" -> "250 " + settings.host;
      case "MAIL" -> mail();
      case "RCPT" -> recipient();
      case "DATA" -> data();
      case "RSET" -> {
        reset();
        yield "250 2.0.0 Ok";
      }
      case "NOOP" -> "250 2.0.0 Ok";
      case "VRFY" -> "252 2.0.0 Cannot verify the user";
      case "HELP" -> "214 2.0.0 See RFC 5321";
      case "AUTH" -> authenticate(line);
      default -> settings.unknown;
    };
  }

  private String mail() {
    if (sender) {
      return "503 5.5.1 Error: nested MAIL command";
    }
    sender = true;
    return "250 2.1.0 Ok";
  }

  private String recipient() {
    if (!sender) {
      return "503 5.5.1 Error: need MAIL command";
    }
    recipient = true;
    return "250 2.1.5 Ok";
  }

  private String data() throws IOException {
    if (!recipient) {
      return "503 5.5.1 Error: need RCPT command";
    }
    say("354 End data with <CR><LF>.<CR><LF>");
    wire.recording().message(content());
    reset();
    return "250 2.0.0 Ok: queued as " + "4TESTKIT";
  }

  private String content() throws IOException {
    StringBuilder content = new StringBuilder();
    while (true) {
      String line = wire.readLine().orElseThrow(() -> new Hangup("client left in DATA"));
      if (line.equals(".")) {
        return content.toString();
      }
      if (content.length() < MOST_MESSAGE_CHARACTERS) {
        content.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
      }
    }
  }

  private String authenticate(String line) throws IOException {
    boolean offered =
        settings.capabilities(wire.secure()).stream().anyMatch(c -> c.startsWith("AUTH"));
    if (!offered) {
      return "503 5.5.1 Error: authentication not enabled";
    }
    AuthExchange.Result result = new AuthExchange(wire, settings.accounts).run(line);
    authenticated |= result.granted();
    return result.reply();
  }

  private void say(String reply) throws IOException {
    wire.send(Replies.wire(reply), Shape.PLAIN);
  }
}
