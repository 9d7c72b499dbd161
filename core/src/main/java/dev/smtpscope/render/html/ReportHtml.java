package dev.smtpscope.render.html;

import dev.smtpscope.report.Report;

/** The parts of a page that shows a report. All are constants or pure functions. */
public final class ReportHtml {
  private ReportHtml() {}

  /**
   * The report as an {@code <article class="report">}, to stand within {@code <main>}. Its verdict
   * is the page's {@code h1}. It holds no style and no script, and needs none to be read.
   */
  public static String article(Report report, Links links) {
    String name = report.facts().target().host().toString();
    return Pages.article(ReportView.of("report", name, report, links));
  }

  /** The style sheet: tokens, the base of a page, and the parts of a report. */
  public static String stylesheet() {
    return Assets.text("report.css");
  }

  /**
   * The script that adds copy buttons and the transcript's filter. It listens on the document, so
   * it serves articles that come later too.
   */
  public static String script() {
    return Assets.text("report.js");
  }
}
