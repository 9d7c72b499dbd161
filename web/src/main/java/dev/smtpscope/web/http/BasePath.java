package dev.smtpscope.web.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path below which the service is reached.
 *
 * @param value {@code ""}, or such as {@code /mail/check}: without a slash at its end
 */
public record BasePath(String value) {
  private static final Pattern FORM =
      Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,63}){0,8}");

  /** At the root. */
  public static final BasePath ROOT = new BasePath("");

  public BasePath {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a base path");
    }
  }

  /** The path that {@code text} writes down, with or without slashes around it. */
  public static Optional<BasePath> parse(String text) {
    String inner = text.replaceAll("^/+|/+$", "");
    String value = inner.isEmpty() ? "" : "/" + inner;
    return FORM.matcher(value).matches() ? Optional.of(new BasePath(value)) : Optional.empty();
  }
}
