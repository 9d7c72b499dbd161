package dev.smtpscope.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is left of greetings and keywords behind a firewall's SMTP inspection. */
final class Mask {
  private static final Set<String> PASSED =
      Set.of(
          "SIZE", "8BITMIME", "PIPELINING", "ENHANCEDSTATUSCODES", "AUTH", "DSN", "HELP", "VRFY");

  private Mask() {}

  static String apply(String reply) {
    return reply.startsWith("220") ? greeting(reply) : keywords(reply);
  }

  private static String greeting(String reply) {
    List<String> lines = Replies.lines(reply);
    lines.replaceAll(line -> line.substring(0, 4) + line.substring(4).replaceAll("[^02]", "*"));
    return Replies.join(lines);
  }

  private static String keywords(String reply) {
    List<String> masked = new ArrayList<>();
    char mark = 'A';
    for (String line : Replies.lines(reply)) {
      boolean keep = masked.isEmpty() || PASSED.contains(keyword(line));
      masked.add(keep ? line : line.substring(0, 4) + "X".repeat(line.length() - 5) + mark++);
    }
    return Replies.join(masked);
  }

  private static String keyword(String line) {
    return line.substring(4).split(" ", 2)[0].toUpperCase(Locale.ROOT);
  }
}
