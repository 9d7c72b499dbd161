package dev.smtpscope.bulk.summary;

import java.util.List;

/**
 * How targets and servers divide by one quality.
 *
 * @param id stable, such as {@code tls-version}
 * @param targets of which the quality is known
 * @param servers of which the quality is known; 0 where it is one of targets alone
 * @param shares the most frequent first, at most {@value #MOST}
 * @param others those of all further values together
 */
public record Breakdown(
    String id, String title, long targets, long servers, List<Share> shares, Share others) {
  /** More values than these are put together. */
  public static final int MOST = 1000;

  public Breakdown {
    shares = List.copyOf(shares);
  }

  /** Whether anything was counted. */
  public boolean isEmpty() {
    return targets == 0 && servers == 0;
  }
}
