package dev.smtpscope.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.render.Samples;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LinksTest {
  private final Document page =
      Jsoup.parse(ReportHtml.article(Samples.good(), Links.below("/smtp/reference")));

  @Test
  void termsLeadToTheirPages() {
    assertThat(page.select("a").eachAttr("href"))
        .contains(
            "/smtp/reference/ports/465",
            "/smtp/reference/capabilities/PIPELINING",
            "/smtp/reference/codes/220",
            "/smtp/reference/status/2.0.0");
  }

  @Test
  void whatTheReferenceDoesNotKnowIsNoLink() {
    List<String> links = page.select("a").eachAttr("href");

    assertThat(page.text()).contains("X-UNHEARD-OF");
    assertThat(links).noneMatch(href -> href.contains("UNHEARD"));
  }

  @Test
  void whatAServerSaysCannotLeaveTheFolder() {
    assertThat(new Term.OfKeyword("../x?y#\"<").segment()).isEqualTo("..%2FX%3FY%23%22%3C");
  }

  @Test
  void withoutPagesThereAreNoLinksToThem() {
    Document alone = Jsoup.parse(ReportHtml.article(Samples.good(), Links.NONE));

    assertThat(alone.select("a").eachAttr("href")).allMatch(href -> href.startsWith("#"));
  }

  @Test
  void theArticleIsNoWholePage() {
    assertThat(ReportHtml.article(Samples.good(), Links.NONE))
        .startsWith("<article class=\"report\"")
        .doesNotContain("<style", "<script", "style=", "<html");
  }
}
