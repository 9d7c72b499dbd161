package dev.smtpscope.web.link;

/**
 * What the database may grow to.
 *
 * @param links how many are kept at most
 * @param reportBytes the largest report, compressed, in octets
 * @param allBytes all reports together, compressed, in octets
 */
public record LinkLimits(int links, int reportBytes, long allBytes) {
  /** For a service in public. */
  public static final LinkLimits STANDARD =
      new LinkLimits(20_000, 2 * 1024 * 1024, 1024L * 1024 * 1024);
}
