package dev.smtpscope.bulk.summary;

import dev.smtpscope.render.html.ReportHtml;
import dev.smtpscope.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** A summary as one HTML file that needs nothing else: no script, no font, no network. */
public final class SummaryPage {
  /** Told in parts of their own. */
  private static final Set<String> ELSEWHERE = Set.of("outcome");

  private final Html html = new Html();
  private final ScanSummary summary;

  private SummaryPage(ScanSummary summary) {
    this.summary = summary;
  }

  /** The page, with a final newline. */
  public static String of(ScanSummary summary) {
    SummaryPage page = new SummaryPage(summary);
    page.document();
    return page.html + "\n";
  }

  private void document() {
    String style = ReportHtml.stylesheet() + stylesheet();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line().open("head").line();
    html.open("meta", "charset", "utf-8").line();
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style)).line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    html.open("meta", "name", "referrer", "content", "no-referrer").line();
    html.element("title", "Scan of " + Figures.counted(summary.targets(), "target")).line();
    html.open("style").raw(style).close("style").line().close("head").line();
    html.open("body").open("main", "class", "page");
    html.open("article", "class", "report scan");
    body();
    html.close("article").close("main").close("body").line().close("html");
  }

  private void body() {
    header();
    keyFigures();
    breakdowns();
    findings();
    latencies();
    circumstances();
  }

  private void header() {
    html.line().open("header", "class", "verdict is-none");
    html.element("h1", title());
    html.element("p", when(), "class", "meta");
    if (!summary.about().complete()) {
      html.element(
          "p",
          "The scan was broken off: not all targets of the list were looked at.",
          "class",
          "remark");
    }
    summary.breakdown("outcome").ifPresent(b -> new OutcomeBar(html, b).draw());
    html.close("header");
  }

  private String title() {
    return Figures.counted(summary.targets(), "target")
        + " on "
        + Figures.counted(summary.servers(), "server");
  }

  private String when() {
    About about = summary.about();
    return "Scanned by "
        + about.producer()
        + " from "
        + Figures.moment(about.began())
        + " to "
        + Figures.moment(about.ended())
        + ", in "
        + Words.duration(Duration.between(about.began(), about.ended()))
        + ".";
  }

  private void keyFigures() {
    List<KeyFigure> figures = KeyFigure.of(summary);
    if (!figures.isEmpty()) {
      html.line().open("section", "aria-labelledby", "key");
      html.element("h2", "At a glance", "id", "key");
      html.open("ul", "class", "key-figures");
      figures.forEach(this::keyFigure);
      html.close("ul").close("section");
    }
  }

  private void keyFigure(KeyFigure figure) {
    html.open("li", "class", "card");
    html.element("h3", figure.name());
    html.open("p", "class", "big").element("strong", figure.byTargets()).close("p");
    html.element(
        "p",
        "of the " + Figures.counted(figure.whole().targets(), "target") + " " + figure.of(),
        "class",
        "caption");
    if (figure.isOfServers()) {
      html.element("p", figure.byServers() + " of their servers", "class", "caption");
    }
    html.close("li");
  }

  private void breakdowns() {
    List<Breakdown> told =
        summary.breakdowns().stream()
            .filter(b -> !b.isEmpty() && !ELSEWHERE.contains(b.id()))
            .toList();
    if (!told.isEmpty()) {
      html.line().open("section", "aria-labelledby", "shares");
      html.element("h2", "How they divide", "id", "shares");
      html.open("ul", "class", "legend");
      legend("by-targets", "targets; each counts with the most preferred server that shows it");
      legend("by-servers", "servers; each address and port counts once");
      html.close("ul").open("div", "class", "columns");
      told.forEach(b -> new BreakdownPanel(html, b).draw());
      html.close("div").close("section");
    }
  }

  private void legend(String kind, String words) {
    html.open("li").open("svg", "width", "24", "height", "7", "aria-hidden", "true");
    html.open("rect", "class", kind, "width", "24", "height", "7", "rx", "2").close("rect");
    html.close("svg").text(words).close("li");
  }

  private void findings() {
    if (!summary.findings().isEmpty()) {
      html.line().open("section", "aria-labelledby", "findings");
      html.element("h2", "What was found", "id", "findings");
      html.element(
          "p",
          "smtpscope explain NAME tells what a finding means and how to mend it.",
          "class",
          "caption");
      new FindingsTable(html, summary).draw();
      html.close("section");
    }
  }

  private void latencies() {
    if (!summary.latencies().isEmpty()) {
      html.line().open("section", "aria-labelledby", "latencies");
      html.element("h2", "How long servers take", "id", "latencies");
      html.element(
          "p",
          "The dot is the median, the thick bar ends where 90 % of the servers have answered, the"
              + " thin one where 99 % have.",
          "class",
          "caption");
      new LatencyChart(html, summary.latencies()).draw();
      html.close("section");
    }
  }

  private void circumstances() {
    List<About.Circumstance> all = summary.about().circumstances();
    if (!all.isEmpty()) {
      html.line().open("section", "aria-labelledby", "about");
      html.element("h2", "How it was made", "id", "about");
      html.open("dl", "class", "pairs panel");
      all.forEach(
          c -> html.open("div").element("dt", c.name()).element("dd", c.value()).close("div"));
      html.close("dl").close("section");
    }
  }

  private static String stylesheet() {
    try (InputStream in = SummaryPage.class.getResourceAsStream("summary.css")) {
      if (in == null) {
        throw new IllegalStateException("summary.css is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String policy(String style) {
    return "default-src 'none'; style-src 'sha256-"
        + hash(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
