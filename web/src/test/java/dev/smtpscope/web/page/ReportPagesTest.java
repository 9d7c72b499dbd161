package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportPagesTest {
  private static Town town;
  private static TestSite site;

  @BeforeAll
  static void open() throws Exception {
    town = Town.open();
    site = TestSite.of(town);
  }

  @AfterAll
  static void close() {
    site.close();
    town.close();
  }

  @Test
  void showsTheReportAndWhatCanBeDoneWithIt() throws Exception {
    Document page = TestSite.page(site.get(site.checked(Town.GOOD, "25,465")));
    assertThat(page.select("h1").text()).startsWith(Town.GOOD);
    assertThat(page.select("article.report a[href^=/reference/]")).isNotEmpty();
    assertThat(page.select("nav.deeds a").eachAttr("href").getFirst())
        .isEqualTo("/check?ports=25%2C465&target=good.example.org&timeout=60000ms");
    for (String link : page.select("article.report a[href^=/reference/]").eachAttr("href")) {
      assertThat(site.get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void downloadsUnderATellingName() throws Exception {
    String path = site.checked(Town.GOOD, "25");
    for (String extension : new String[] {"json", "md", "html"}) {
      HttpResponse<String> file = site.get(path + "/report." + extension);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
          .matches(
              "attachment; filename=\"smtpscope-good\\.example\\.org-\\d{8}-\\d{4}\\."
                  + extension
                  + "\"");
    }
    assertThat(site.get(path + "/report.json").body()).contains("\"smtpscope-report\"");
  }

  @Test
  void showsWithoutScriptHowFarACheckIs() throws Exception {
    HttpResponse<String> begun = site.post("/checks", "target=" + Town.SILENT + "&ports=25");
    String path = begun.headers().firstValue("Location").orElseThrow();
    path = path.substring(path.indexOf("/checks/"));
    Document page = awaitStage(path, "greeting");
    assertThat(page.select("noscript meta[http-equiv=refresh]").attr("content")).isEqualTo("2");
    assertThat(page.select(".live-card h3").text()).startsWith("25 127.");
    assertThat(page.select("[data-status]").text()).isEqualTo("0 of 1 port done");
    assertThat(site.post(path + "/cancel", "").statusCode()).isEqualTo(303);
    assertThat(awaitReport(path).select("article.report")).hasSize(1);
  }

  private static Document awaitStage(String path, String stage) throws Exception {
    while (true) {
      Document page = TestSite.page(site.get(path));
      boolean isThere =
          !page.select("[data-cards] [data-stage=" + stage + "][data-step=done]").isEmpty();
      if (isThere) {
        return page;
      }
      Thread.sleep(20);
    }
  }

  private static Document awaitReport(String path) throws Exception {
    Document page = TestSite.page(site.get(path));
    while (page.select("article.report").isEmpty()) {
      Thread.sleep(20);
      page = TestSite.page(site.get(path));
    }
    return page;
  }

  @Test
  void keepsAReportUntilItsKeyDeletesIt() throws Exception {
    String path = site.checked(Town.GOOD, "25");
    String made = location(site.post(path + "/link", "expiry=day"));
    Document told = TestSite.page(site.get(made));
    String link = path(told.expectFirst("#link").val());
    String delete = path(told.expectFirst("#delete-link").val());
    assertThat(TestSite.page(site.get(link)).select("h1").text()).startsWith(Town.GOOD);
    assertThat(site.get(link + "/report.json").statusCode()).isEqualTo(200);
    assertThat(TestSite.page(site.get(made)).getElementById("delete-link")).isNull();

    String key = delete.substring(delete.indexOf("key=") + 4);
    String wrong = "A".repeat(22);
    assertThat(site.get(link + "/delete?key=" + wrong).statusCode()).isEqualTo(404);
    assertThat(site.post(link + "/delete", "key=" + wrong).statusCode()).isEqualTo(404);
    assertThat(TestSite.page(site.get(delete)).select("h1").text())
        .isEqualTo("Delete this report?");
    assertThat(site.get(link).statusCode()).isEqualTo(200);
    assertThat(site.post(link + "/delete", "key=" + key).statusCode()).isEqualTo(200);
    assertThat(site.get(link).statusCode()).isEqualTo(404);
    assertThat(site.get(delete).statusCode()).isEqualTo(404);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return path(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String path(String url) {
    return url.replaceFirst("^http://[^/]*", "");
  }
}
