package dev.smtpscope.facts;

/** What a SIZE capability says of the largest message (RFC 1870 section 4). */
public sealed interface SizeLimit {
  /** No number: nothing is said of the maximum. */
  record Unstated() implements SizeLimit {}

  /** Zero: no fixed maximum. */
  record Unlimited() implements SizeLimit {}

  /** A maximum in octets; the largest long where the number does not fit. */
  record Octets(long maximum) implements SizeLimit {}

  /** Not a number of at most 20 digits. */
  record Malformed(String parameter) implements SizeLimit {}

  /** Reads the parameter of {@code size}. */
  static SizeLimit of(Capability size) {
    if (size.parameters().isEmpty()) {
      return new Unstated();
    }
    String parameter = size.parameters().getFirst();
    if (!parameter.matches("\\d{1,20}")) {
      return new Malformed(parameter);
    }
    long octets = parameter.length() > 18 ? Long.MAX_VALUE : Long.parseLong(parameter);
    return octets == 0 ? new Unlimited() : new Octets(octets);
  }
}
