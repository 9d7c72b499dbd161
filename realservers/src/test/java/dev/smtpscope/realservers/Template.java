package dev.smtpscope.realservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file among the resources, with {@code @name@} where a value belongs. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

  private Template() {}

  /**
   * @throws IllegalArgumentException when a value is missing
   */
  static String fill(String resource, Map<String, String> values) {
    return PLACE
        .matcher(read(resource))
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), resource, values)));
  }

  private static String value(String name, String resource, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for @%s@ in %s".formatted(name, resource));
    }
    return value;
  }

  private static String read(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
