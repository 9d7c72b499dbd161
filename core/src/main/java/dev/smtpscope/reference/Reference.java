package dev.smtpscope.reference;

import dev.smtpscope.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the explanation of a term in whatever way people write it: {@code 550}, {@code 5.7.1},
 * {@code STARTTLS}, {@code AUTH PLAIN}, {@code alert 40}, {@code port 465}, {@code greylisting}.
 */
public final class Reference {
  private static final int LONGEST = 100;
  private static final Set<String> ALERT_WORDS =
      Set.of("tls", "ssl", "sslv3", "tlsv1", "tlsv13", "alert", "number");
  private static final Map<String, Integer> SERVICES =
      Map.of(
          "smtp", 25, "smtps", 465, "submissions", 465, "submission", 587, "lmtp", 24, "odmr", 366);

  private Reference() {}

  /** Every entry, by kind. */
  public static List<Entry> all() {
    return Stream.of(
            ReplyCodes.all(),
            EnhancedCodes.all(),
            Keywords.all(),
            Mechanisms.all(),
            Alerts.all(),
            Ports.all(),
            List.of(RejectionCause.values()))
        .<Entry>flatMap(List::stream)
        .toList();
  }

  /**
   * The explanation of a term. Codes that are not known are explained by their digits as far as
   * these go. Empty for what is no term of this reference, or longer than 100 characters.
   */
  public static Optional<Entry> explain(String query) {
    if (query.length() > LONGEST) {
      return Optional.empty();
    }
    String term = query.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return number(term)
        .or(() -> EnhancedCodes.find(term))
        .or(() -> Keywords.find(term))
        .or(() -> Mechanisms.find(withoutPrefix(term, "auth ")))
        .or(() -> port(withoutPrefix(term, "port ")))
        .or(() -> alert(term))
        .or(() -> RejectionCause.find(term));
  }

  /** Up to five terms that resemble one that was not found, the nearest first. */
  public static List<String> suggestions(String query) {
    return Nearest.to(query.strip(), all().stream().flatMap(Reference::names).distinct());
  }

  private static Optional<Entry> number(String term) {
    Optional<Integer> number = digits(term);
    return number
        .<Entry>flatMap(ReplyCodes::find)
        .or(() -> number.flatMap(Ports::find))
        .or(() -> number.filter(n -> n >= 200 && n < 600).map(ReplyCodes::of));
  }

  private static Optional<Entry> port(String term) {
    return digits(term).or(() -> Optional.ofNullable(SERVICES.get(term))).flatMap(Ports::find);
  }

  private static Optional<Entry> alert(String term) {
    List<String> words = Stream.of(term.split(" ")).dropWhile(ALERT_WORDS::contains).toList();
    String rest = String.join(" ", words);
    Optional<Alert> byNumber =
        rest.equals(term) ? Optional.empty() : digits(rest).flatMap(Alerts::find);
    return byNumber.<Entry>map(found -> found).or(() -> Alerts.find(rest));
  }

  private static Optional<Integer> digits(String text) {
    boolean valid =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return valid ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static String withoutPrefix(String term, String prefix) {
    return term.startsWith(prefix) ? term.substring(prefix.length()) : term;
  }

  private static Stream<String> names(Entry entry) {
    return switch (entry) {
      case Alert alert -> Stream.of(alert.name(), "alert " + alert.code());
      case ReplyCode code -> Stream.of(code.key());
      case StatusCode code -> Stream.of(code.key());
      case Keyword keyword -> Stream.of(keyword.key());
      case Mechanism mechanism -> Stream.of(mechanism.key(), "AUTH " + mechanism.key());
      case PortUse port -> Stream.of(port.key());
      case RejectionCause cause -> Stream.of(cause.key());
    };
  }
}
