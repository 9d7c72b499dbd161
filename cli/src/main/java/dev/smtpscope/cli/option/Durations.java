package dev.smtpscope.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long to wait: {@code 5}, {@code 5s}, {@code 500ms}, {@code 2m}; up to an hour. */
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m)?");
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public Duration convert(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is not a duration; write 5, 5s, 500ms or 2m");
    }
    Duration duration = of(Long.parseLong(matcher.group(1)), matcher.group(2));
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("'" + value + "' is out of range; it is 1ms to 60m");
    }
    return duration;
  }

  private static Duration of(long count, @org.jspecify.annotations.Nullable String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "m" -> Duration.ofMinutes(count);
      case null, default -> Duration.ofSeconds(count);
    };
  }
}
