package dev.smtpscope.facts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a LIMITS capability says (RFC 9422). */
public sealed interface Limits {
  /**
   * The limits by name in upper case.
   *
   * @param values those with a usable value
   * @param unusable those whose value is missing (then empty here) or not one a limit can have
   */
  record Stated(Map<String, Long> values, Map<String, String> unusable) implements Limits {
    public Stated {
      values = Map.copyOf(values);
      unusable = Map.copyOf(unusable);
    }
  }

  /** A syntax error, which voids the whole extension (section 3). */
  record Malformed(String parameter) implements Limits {}

  /** Reads the parameters of {@code limits}. */
  static Limits of(Capability limits) {
    Map<String, Long> values = new LinkedHashMap<>();
    Map<String, String> unusable = new LinkedHashMap<>();
    for (String parameter : limits.parameters()) {
      if (!Syntax.PAIR.matcher(parameter).matches()) {
        return new Malformed(parameter);
      }
      String[] pair = parameter.split("=", 2);
      String name = pair[0].toUpperCase(Locale.ROOT);
      String value = pair.length == 2 ? pair[1] : "";
      if (Syntax.POSITIVE.matcher(value).matches()) {
        values.putIfAbsent(name, Long.valueOf(value));
      } else {
        unusable.put(name, value);
      }
    }
    return new Stated(values, unusable);
  }

  /** The patterns of RFC 9422 section 4. */
  final class Syntax {
    private static final Pattern PAIR = Pattern.compile("[A-Za-z0-9_-]+(=[!-:<-~]+)?");
    private static final Pattern POSITIVE = Pattern.compile("[1-9]\\d{0,5}");

    private Syntax() {}
  }
}
