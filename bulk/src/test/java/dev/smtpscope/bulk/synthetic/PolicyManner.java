package dev.smtpscope.bulk.synthetic;

import java.util.Arrays;

/** What the policy host of a domain with MTA-STS has. */
enum PolicyManner {
  /** A policy that is to be enforced. */
  ENFORCE(55),
  /** One that is being tried out. */
  TESTING(33),
  /** One that takes back an earlier one. */
  NONE(4),
  /** Nothing at the policy's path. */
  MISSING(2),
  /** A page of a web host instead. */
  GARBLED(2),
  /** A policy, and a certificate of another name. */
  MISNAMED(2),
  /** Nobody at its port. */
  REFUSING(2);

  private final int percent;

  PolicyManner(int percent) {
    this.percent = percent;
  }

  /** The manner at that place, 0 to 100, where all stand in line. */
  static PolicyManner at(double place) {
    double end = 0;
    for (PolicyManner manner : values()) {
      end += manner.percent;
      if (place < end) {
        return manner;
      }
    }
    throw new IllegalArgumentException(place + " is not among " + Arrays.toString(values()));
  }
}
