package dev.smtpscope.testkit;

import dev.smtpscope.testkit.Script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a {@link Script}. */
final class ScriptParser {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(x\\p{XDigit}{2}|.)");
  private static final Pattern FINAL_LINE = Pattern.compile("\\d{3}( .*)?");

  private ScriptParser() {}

  static List<Step> parse(String text) {
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        add(steps, step(line, number));
      }
    }
    return steps;
  }

  static List<Step> replies(String text) {
    List<Step> steps = new ArrayList<>();
    boolean begins = false;
    for (String line : text.lines().toList()) {
      if (line.equals(Conversation.HANDSHAKE)) {
        steps.add(new Step.StartTls());
        continue;
      }
      if (begins) {
        steps.add(new Step.Expect("*"));
      }
      add(steps, new Step.Say(said(line)));
      begins = FINAL_LINE.matcher(line).matches();
    }
    return steps;
  }

  private static Step step(String line, int number) {
    String[] words = line.strip().split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "S:" -> new Step.Say(said(rest));
      case "R:" -> new Step.Say(unescaped(rest));
      case "C:" -> new Step.Expect(rest);
      case "TLS" -> new Step.StartTls();
      case "WAIT" -> new Step.Wait(millis(rest, number));
      case "CLOSE" -> new Step.End(Fault.End.CLOSE);
      case "RESET" -> new Step.End(Fault.End.RESET);
      case "HANG" -> new Step.End(Fault.End.HANG);
      default ->
          throw new IllegalArgumentException(
              "line %d: '%s' is no step; S:, R:, C:, TLS, WAIT, CLOSE, RESET or HANG is"
                  .formatted(number, words[0]));
    };
  }

  private static String said(String text) {
    return unescaped(text) + "\r\n";
  }

  private static void add(List<Step> steps, Step next) {
    if (next instanceof Step.Say(String more)
        && !steps.isEmpty()
        && steps.getLast() instanceof Step.Say(String octets)) {
      steps.set(steps.size() - 1, new Step.Say(octets + more));
    } else {
      steps.add(next);
    }
  }

  private static Duration millis(String text, int number) {
    try {
      return Duration.ofMillis(Long.parseLong(text.strip()));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "line %d: WAIT takes milliseconds, not '%s'".formatted(number, text), notANumber);
    }
  }

  private static String unescaped(String text) {
    String octets = Replies.octets(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return ESCAPE
        .matcher(octets)
        .replaceAll(match -> Matcher.quoteReplacement(octet(match.group(1))));
  }

  private static String octet(String escape) {
    if (escape.length() == 3) {
      return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
    }
    return switch (escape) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      case "0" -> "\0";
      case "e" -> "\u001b";
      default -> escape;
    };
  }
}
