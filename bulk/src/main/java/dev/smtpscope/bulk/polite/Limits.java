package dev.smtpscope.bulk.polite;

/**
 * How many connections a scan may have. All are at least 1.
 *
 * @param inFlight at a time in all, those that wait for slow servers among them
 * @param rate new ones in a second, in all
 * @param perAddress at a time
 * @param perNetwork at a time, to each /24 of IPv4 and each /48 of IPv6
 * @param perProvider at a time, to all servers under one registered domain
 */
public record Limits(int inFlight, int rate, int perAddress, int perNetwork, int perProvider) {
  /**
   * What a machine on a usual line can do and hardly anybody minds. There are places for all that
   * begin in ten seconds, so that the rate holds where one server in five keeps its visitors for
   * three quarters of a minute.
   */
  public static final Limits STANDARD = new Limits(5000, 500, 1, 16, 32);

  public Limits {
    if (Math.min(Math.min(inFlight, rate), Math.min(perAddress, Math.min(perNetwork, perProvider)))
        < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
