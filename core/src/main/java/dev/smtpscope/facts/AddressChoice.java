package dev.smtpscope.facts;

import java.net.InetAddress;
import java.util.List;

/**
 * Which of the host's addresses were tested.
 *
 * @param leftOut found but not tested
 * @param why the reason addresses were left out; empty when none was
 */
public record AddressChoice(List<InetAddress> tested, List<InetAddress> leftOut, String why) {
  public AddressChoice {
    tested = List.copyOf(tested);
    leftOut = List.copyOf(leftOut);
  }
}
