package dev.smtpscope.web.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static Document body(String text) {
    return Jsoup.parseBodyFragment(new Markdown().body("# id\n\nIs it so?\n\n" + text));
  }

  @Test
  void leavesHeadingAndQuestionToThePage() {
    assertThat(body("## Why\n\nSo.").text()).isEqualTo("Why So.");
  }

  @Test
  void showsMarkupAsText() {
    Document body = body("a <script>alert(1)</script> <b onclick=x>b</b>");
    assertThat(body.select("script, b")).isEmpty();
    assertThat(body.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void dropsCommentsAndUnsafeLinks() {
    Document body = body("<!-- by software -->\n\n[x](javascript:alert(1))\n\n<!-- end -->");
    assertThat(body.text()).isEqualTo("x");
    assertThat(body.select("a").attr("href")).isEmpty();
  }

  @Test
  void leadsToPagesOfOtherChecks() {
    assertThat(body("[see](tls-cipher-weak.md)").select("a").attr("href"))
        .isEqualTo("tls-cipher-weak");
  }

  @Test
  void givesCodeAButtonToCopyIt() {
    Document body = body("```\na < b\n```");
    assertThat(body.select(".copybox pre").text()).isEqualTo("a < b");
    assertThat(body.select(".copybox button.copy")).hasSize(1);
  }
}
