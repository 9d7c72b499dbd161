package dev.smtpscope.web.api;

import dev.smtpscope.json.RawJson;
import dev.smtpscope.report.Report;
import dev.smtpscope.web.check.CheckState;
import dev.smtpscope.web.check.RunningCheck;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a check is.
 *
 * @param place in the queue, while it waits there
 * @param interrupted whether it was cancelled or cut short, once it has ended
 * @param why the reason, where it failed
 * @param report the document of the command line, once there is one
 */
record StatusView(
    String id,
    String state,
    Instant submittedAt,
    String target,
    Optional<Integer> place,
    Optional<Boolean> interrupted,
    Optional<String> why,
    Links links,
    Optional<RawJson> report) {

  record Links(String self, String events, String report) {
    static Links at(String self) {
      return new Links(self, self + "/events", self + "/report");
    }
  }

  /** The state of {@code check}, whose address is {@code path}. */
  static StatusView of(RunningCheck check, String path) {
    StatusView bare = bare(check, path);
    return switch (check.state()) {
      case CheckState.Queued(int place) -> bare.queued(place);
      case CheckState.Running running -> bare;
      case CheckState.Finished(Report report) -> bare.finished(report);
      case CheckState.Failed(String why) -> bare.failed(why);
    };
  }

  private static StatusView bare(RunningCheck check, String path) {
    return new StatusView(
        check.id().value(),
        "running",
        check.submittedAt(),
        check.request().target().input(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Links.at(path),
        Optional.empty());
  }

  private StatusView queued(int place) {
    return new StatusView(
        id, "queued", submittedAt, target, Optional.of(place), interrupted, why, links, report);
  }

  private StatusView finished(Report done) {
    return new StatusView(
        id,
        "finished",
        submittedAt,
        target,
        place,
        Optional.of(done.facts().interrupted()),
        why,
        links,
        Optional.of(new RawJson(ReportDocument.of(done))));
  }

  private StatusView failed(String reason) {
    return new StatusView(
        id, "failed", submittedAt, target, place, interrupted, Optional.of(reason), links, report);
  }
}
