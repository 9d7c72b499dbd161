package dev.smtpscope.web.page;

import dev.smtpscope.web.check.EventData;
import java.util.List;

/**
 * A server while it is tested.
 *
 * @param isAlone whether it is the target itself, which the page names already
 * @param about what there is to know of it, in a few words
 * @param cards of its ports; one that it shares with another server is with the first
 */
record LiveHost(boolean isAlone, String name, String about, List<LiveCard> cards) {
  /** An empty one for the script to fill. */
  static final LiveHost SKETCH = new LiveHost(false, "", "", List.of());

  LiveHost {
    cards = List.copyOf(cards);
  }

  static LiveHost alone(List<LiveCard> cards) {
    return new LiveHost(true, "Ports", "", cards);
  }

  static LiveHost of(EventData.HostName host, List<LiveCard> cards) {
    return new LiveHost(false, host.name(), about(host, cards.size()), cards);
  }

  private static String about(EventData.HostName host, int cards) {
    String preference = host.preference().map(p -> "preference " + p).orElse("for users' mail");
    if (host.endpoints().isEmpty()) {
      return preference + ", no address to test";
    }
    return cards == host.endpoints().size() ? preference : preference + ", shares addresses";
  }
}
