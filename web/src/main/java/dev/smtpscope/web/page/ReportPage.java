package dev.smtpscope.web.page;

import dev.smtpscope.render.html.Links;
import dev.smtpscope.render.html.ReportHtml;
import dev.smtpscope.report.Report;
import java.util.Map;
import java.util.Optional;

/**
 * A report with what can be done about it.
 *
 * @param home the address below which its downloads are
 * @param again asks for the same check
 * @param canKeep whether a permanent link may be asked for here
 * @param until when it stops being kept, if it is kept
 */
record ReportPage(
    Report report,
    Links links,
    String home,
    String again,
    boolean canKeep,
    Optional<String> until) {
  static ReportPage live(
      Site site, Report report, String home, Map<String, String> words, boolean canKeep) {
    Urls urls = site.urls();
    return new ReportPage(report, urls.links(), home, urls.again(words), canKeep, Optional.empty());
  }

  /** The report itself, as safe HTML. */
  String article() {
    return ReportHtml.article(report, links);
  }
}
