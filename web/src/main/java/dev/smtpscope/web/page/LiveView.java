package dev.smtpscope.web.page;

import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.web.check.CheckId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check that is under way.
 *
 * @param elapsedMillis since it was asked for
 */
record LiveView(CheckId id, Target target, Progress progress, long elapsedMillis) {
  String host() {
    return target.host().toString();
  }

  /** Empty cards for the script to fill, one for each port. */
  List<LiveCard> sketches() {
    return services(target).stream()
        .map(service -> new LiveCard("sketch-card-" + service.port(), service, ""))
        .toList();
  }

  /** Every port that may be tested, whatever the target turns out to be. */
  static List<Service> services(Target target) {
    return Stream.concat(target.services().stream(), target.mxServices().stream())
        .distinct()
        .toList();
  }
}
