package dev.smtpscope.cli.progress;

import dev.smtpscope.facts.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The one line that tells how things stand, in plain ASCII and never wider than the screen. */
record ProgressLine(Steps.Standing standing) {
  String text(long seconds, int width) {
    String end = " (" + seconds + " s)";
    int room = width - 1 - end.length();
    String full = subject() + ": " + each();
    String text = full.length() <= room ? full : subject() + ": " + counts();
    return (text.length() <= room ? text : text.substring(0, Math.max(0, room))) + end;
  }

  private String subject() {
    return standing.targets() > 1
        ? standing.finished() + " of " + standing.targets() + " targets"
        : shortened(standing.host());
  }

  private static String shortened(String host) {
    return host.length() <= 30 ? host : host.substring(0, 27) + "...";
  }

  private String each() {
    if (standing.targets() > 1) {
      return counts();
    }
    boolean oneAddress =
        standing.doing().keySet().stream().map(Endpoint::address).distinct().count() == 1;
    return standing.doing().isEmpty()
        ? "looking up"
        : standing.doing().entrySet().stream()
            .map(e -> where(e.getKey(), oneAddress) + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private String where(Endpoint endpoint, boolean oneAddress) {
    String usual = oneAddress ? String.valueOf(endpoint.service().port()) : endpoint.toString();
    return standing.hosts().getOrDefault(endpoint, usual);
  }

  private String counts() {
    Map<String, Integer> byStep = new LinkedHashMap<>();
    byStep.put(Steps.DONE, 0);
    standing.doing().values().forEach(step -> byStep.merge(step, 1, Integer::sum));
    String total = " of " + standing.doing().size();
    return byStep.entrySet().stream()
        .map(e -> e.getValue() + (e.getKey().equals(Steps.DONE) ? total : "") + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }
}
