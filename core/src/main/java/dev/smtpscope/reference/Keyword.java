package dev.smtpscope.reference;

import java.util.Optional;

/**
 * A keyword of the EHLO reply, that is a service extension (RFC 5321 section 2.2).
 *
 * @param key in upper case
 * @param parameters what its parameters mean, if it is known to have any
 */
public record Keyword(String key, Standing standing, Optional<String> parameters, Prose prose)
    implements Entry {
  @Override
  public String kind() {
    return "EHLO keyword";
  }

  /** The explanation in a sentence or two. */
  public String summary() {
    return paragraphs().getFirst();
  }
}
