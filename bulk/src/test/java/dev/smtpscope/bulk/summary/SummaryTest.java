package dev.smtpscope.bulk.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
  private static final Pattern HASH = Pattern.compile("sha256-[^&]*");

  private final ScanSummary summary = Summaries.of(300);

  @Test
  void isAPage() throws Exception {
    String page = SummaryPage.of(summary);
    Golden.check(
        "summary.html",
        HASH.matcher(STYLE.matcher(page).replaceAll("<style></style>")).replaceAll("sha256-"));
  }

  @Test
  void needsNothingButItself() {
    String page = SummaryPage.of(summary);
    assertThat(page)
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script", "style=", "src=", "href=", "url(", "@import");
  }

  @Test
  void isText() throws Exception {
    List<String> lines = TextSummary.of(summary);
    assertThat(lines).allMatch(line -> line.length() <= 80);
    Golden.check("summary.txt", String.join("\n", lines) + "\n");
  }

  @Test
  void isJson() throws Exception {
    Golden.check("summary.json", summary.json());
    assertThat(ScanSummary.read(summary.json().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(summary);
  }

  @Test
  void saysSoWhenItIsNotComplete() {
    About about =
        new About("x", false, Summaries.ABOUT.began(), Summaries.ABOUT.ended(), List.of());
    ScanSummary partial = new Tally().summary(about);
    assertThat(SummaryPage.of(partial)).contains("broken off").contains("0 targets on 0 servers");
    assertThat(TextSummary.of(partial).getFirst()).contains("broken off");
  }

  @Test
  void hasNoSectionWithNothingInIt() {
    ScanSummary nothing = new Tally().summary(Summaries.ABOUT);
    assertThat(SummaryPage.of(nothing))
        .contains("<h2", "How it was made")
        .doesNotContain("At a glance", "How they divide", "What was found", "How long servers");

    ScanSummary refused = summary(counted("dial", "refused"), counted("starttls"));
    assertThat(SummaryPage.of(refused))
        .contains("How they divide", "refused")
        .doesNotContain("At a glance");
    assertThat(String.join("\n", TextSummary.of(refused))).doesNotContain("\n\n\n");
    assertThat(TextSummary.of(refused).getLast()).isNotEmpty();
  }

  private static Breakdown counted(String id, String... values) {
    Counter counter = new Counter();
    List.of(values).forEach(counter::target);
    return counter.breakdown(id, id);
  }

  private static ScanSummary summary(Breakdown... breakdowns) {
    return new ScanSummary(
        ScanSummary.FORMAT, 1, Summaries.ABOUT, 1, 1, List.of(breakdowns), List.of(), List.of());
  }

  @Test
  void keepsMarkupOfStrangersOut() {
    ScanSummary hostile = summary(counted("provider", "<script>alert(1)</script>&\"'"));
    assertThat(SummaryPage.of(hostile))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;")
        .doesNotContain("<script>alert");
  }
}
