package dev.smtpscope.facts.dns;

/** How a DNSSEC status was established. */
public sealed interface Validation {
  /** Signatures were verified here, from a trust anchor down. */
  record Local() implements Validation {}

  /**
   * The word of a resolver on this machine, its AD bit or its error (RFC 6840 section 5.7).
   *
   * @param why signatures could not be verified here
   */
  record Resolver(String why) implements Validation {}

  /**
   * It could not be.
   *
   * @param why in words
   */
  record None(String why) implements Validation {}
}
