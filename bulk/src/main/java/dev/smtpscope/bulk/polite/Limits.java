package dev.smtpscope.bulk.polite;

/**
 * How many connections a scan may have. All are at least 1.
 *
 * @param inFlight at a time in all; those whose servers keep them waiting move on to places of
 *     their own, of which there are {@link #patient()}
 * @param rate new ones in a second, in all
 * @param perAddress at a time
 * @param perNetwork at a time, to each /24 of IPv4 and each /48 of IPv6
 * @param perProvider at a time, to all servers under one registered domain
 */
public record Limits(int inFlight, int rate, int perAddress, int perNetwork, int perProvider) {
  /** What a machine on a usual line can do and hardly anybody minds. */
  public static final Limits STANDARD = new Limits(1000, 500, 1, 16, 32);

  private static final int PATIENT_SHARE = 4;

  public Limits {
    if (Math.min(Math.min(inFlight, rate), Math.min(perAddress, Math.min(perNetwork, perProvider)))
        < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }

  /** How many connections may wait for slow servers, beside those in flight. */
  public int patient() {
    return (int) Math.min(Integer.MAX_VALUE, (long) inFlight * PATIENT_SHARE);
  }
}
