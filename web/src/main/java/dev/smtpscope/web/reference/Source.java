package dev.smtpscope.web.reference;

import dev.smtpscope.judge.Reference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document that defines a term, with its address where it is an RFC. */
public record Source(String title, Optional<String> url) {
  private static final Pattern RFC = Pattern.compile("RFC (\\d{1,5})(?: section ([0-9.]+))?");

  /** Reads {@code RFC 5321 section 4.2.3}; anything else stays words. */
  public static Source of(String title) {
    Matcher rfc = RFC.matcher(title);
    if (!rfc.matches()) {
      return new Source(title, Optional.empty());
    }
    String section = Optional.ofNullable(rfc.group(2)).orElse("");
    return new Source(title, Reference.rfc(Integer.parseInt(rfc.group(1)), section).url());
  }
}
