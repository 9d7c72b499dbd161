package dev.smtpscope.reference;

import java.util.List;

/**
 * An enhanced status code (RFC 3463), or a whole class or subject of them.
 *
 * @param key such as {@code 5.7.1}, or {@code X.7.1} for any class
 * @param basicCodes reply codes that the IANA registry associates with it; may be empty
 */
public record StatusCode(String key, Standing standing, List<Integer> basicCodes, Prose prose)
    implements Entry {
  public StatusCode {
    basicCodes = List.copyOf(basicCodes);
  }

  @Override
  public String kind() {
    return "Enhanced status code";
  }
}
