package dev.smtpscope.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** AUTH PLAIN and LOGIN, server side (RFC 4954). */
final class AuthExchange {
  record Result(boolean granted, String reply) {}

  private static final Result CANCELLED = new Result(false, "501 5.7.0 Authentication aborted");

  private final Wire wire;
  private final Map<String, String> accounts;

  AuthExchange(Wire wire, Map<String, String> accounts) {
    this.wire = wire;
    this.accounts = accounts;
  }

  Result run(String line) throws IOException {
    String[] words = line.trim().split(" +", 3);
    if (words.length < 2) {
      return new Result(false, "501 5.5.4 Syntax: AUTH mechanism");
    }
    Optional<String> initial = words.length > 2 ? Optional.of(words[2]) : Optional.empty();
    return switch (words[1].toUpperCase(Locale.ROOT)) {
      case "PLAIN" -> plain(initial);
      case "LOGIN" -> login(initial);
      default -> new Result(false, "504 5.7.4 Unrecognized authentication type");
    };
  }

  private Result plain(Optional<String> initial) throws IOException {
    String response = initial.isPresent() ? initial.get() : ask("");
    if (response.equals("*")) {
      return CANCELLED;
    }
    String[] parts = decoded(response).split("\0", 3);
    return parts.length == 3 ? verdict(parts[1], parts[2]) : verdict("", "");
  }

  private Result login(Optional<String> initial) throws IOException {
    String user = initial.isPresent() ? initial.get() : ask("Username:");
    if (user.equals("*")) {
      return CANCELLED;
    }
    String password = ask("Password:");
    return password.equals("*") ? CANCELLED : verdict(decoded(user), decoded(password));
  }

  private Result verdict(String user, String password) {
    return password.equals(accounts.get(user))
        ? new Result(true, "235 2.7.0 Authentication successful")
        : new Result(false, "535 5.7.8 Error: authentication failed");
  }

  private String ask(String prompt) throws IOException {
    String challenge = Base64.getEncoder().encodeToString(prompt.getBytes(UTF_8));
    wire.send("334 " + challenge + "\r\n", Shape.PLAIN);
    String line = wire.readLine().orElseThrow(() -> new Hangup("client left in AUTH"));
    wire.recording().command(line);
    return line;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64.equals("=") ? "" : base64), UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
