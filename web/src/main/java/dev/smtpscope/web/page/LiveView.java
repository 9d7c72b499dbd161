package dev.smtpscope.web.page;

import dev.smtpscope.target.Service;
import dev.smtpscope.web.check.CheckId;
import java.util.List;

/**
 * A check that is under way.
 *
 * @param elapsedMillis since it was asked for
 */
record LiveView(
    CheckId id, String host, List<Service> services, Progress progress, long elapsedMillis) {
  /** Empty cards for the script to fill, one for each port. */
  List<LiveCard> sketches() {
    return services.stream()
        .map(service -> new LiveCard("sketch-card-" + service.port(), service, ""))
        .toList();
  }
}
