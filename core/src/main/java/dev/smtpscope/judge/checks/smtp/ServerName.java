package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which a server calls itself (RFC 5321 sections 2.3.5 and 4.1.3).
 *
 * @param word as it came
 */
record ServerName(String word) {
  private static final int LONGEST = 255;
  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
  private static final Pattern DOMAIN =
      Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+\\.?$)" + LABEL + "\\.?");
  private static final Pattern LITERAL =
      Pattern.compile("\\[(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]+)]");
  private static final Pattern MASK = Pattern.compile(".*(?:\\*{4}|[*0]{12}).*");

  /** The first word of a positive reply. */
  static Optional<ServerName> in(Answer answer) {
    return answer
        .received()
        .filter(Reply::isPositive)
        .map(reply -> new ServerName(reply.lines().getFirst().strip().split(" ", 2)[0]));
  }

  /** Whether it is a fully qualified domain name or an address literal. */
  boolean isSound() {
    return word.length() <= LONGEST
        && (DOMAIN.matcher(word).matches() || LITERAL.matcher(word).matches());
  }

  /** Whether a middlebox has written over it. */
  boolean isMasked() {
    return MASK.matcher(word).matches();
  }

  boolean isSameAs(ServerName other) {
    return withoutDot(word).equalsIgnoreCase(withoutDot(other.word));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
