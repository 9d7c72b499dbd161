package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.Rate;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static Town town;
  private static TestSite site;

  @BeforeAll
  static void open() throws Exception {
    town = Town.open();
    site = new TestSite("/smtpscope", TestSite.settings(town, CheckLimits.PRIVATE, Access.ALL));
  }

  @AfterAll
  static void close() {
    site.close();
    town.close();
  }

  @Test
  void everyLinkLeadsSomewhereAndEveryPageIsWhole() throws Exception {
    Map<String, String> titles = new HashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    while (!open.isEmpty()) {
      String path = open.pop();
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (!type.startsWith("text/html")) {
        continue;
      }
      assertThat(type).as(path).isEqualToIgnoringWhitespace("text/html;charset=utf-8");
      Document page = TestSite.page(answer);
      assertWhole(path, page);
      String other = titles.put(page.title(), path);
      assertThat(other).as("title of " + path).isIn(null, path.replaceAll("\\?.*", ""));
      for (String link : links(page)) {
        if (seen.add(link) && !link.startsWith("/api/openapi") && !link.startsWith("/?")) {
          open.add(link);
        }
      }
    }
    assertThat(titles.values())
        .contains("/reference/checks/starttls-missing", "/reference/codes/550");
    assertThat(titles).hasSizeGreaterThan(380);
  }

  private static void assertWhole(String path, Document page) {
    assertThat(page.select("h1")).as(path).hasSize(1);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("main, body > header, body > footer")).as(path).hasSize(3);
    assertThat(page.select("[style], script:not([src]), style, [onclick]")).as(path).isEmpty();
    assertThat(page.select("nav:not([aria-label])")).as(path).isEmpty();
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).as(path).doesNotHaveDuplicates();
    assertThat(page.select("a[href^=http]")).allSatisfy(PagesTest::assertDocument);
  }

  private static void assertDocument(Element link) {
    assertThat(link.attr("href")).startsWith("https://");
  }

  private static List<String> links(Document page) {
    String root = site.url("");
    return Stream.of("a[href]", "link[href]", "script[src]")
        .flatMap(kind -> page.select(kind).stream())
        .map(e -> e.absUrl(e.hasAttr("href") ? "href" : "src").replaceAll("#.*", ""))
        .filter(url -> !url.startsWith("https://"))
        .map(url -> {
          assertThat(url).as("below the base path").startsWith(root + "/");
          return url.substring(root.length());
        })
        .toList();
  }

  @Test
  void assetsAreKeptForEverUnderTheHashOfTheirContent() throws Exception {
    Document page = TestSite.page(site.get("/"));
    String style = page.expectFirst("link[href*=site.]").attr("href");
    HttpResponse<String> answer = site.get(style.substring("/smtpscope".length()));
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(site.get("/assets/site.0123456789ab.css").statusCode()).isEqualTo(404);
  }

  @Test
  void showsWhatIsWrongAtTheField() throws Exception {
    HttpResponse<String> answer = site.post("/checks", "target=good.example.org&ports=25,smtp");
    assertThat(answer.statusCode()).isEqualTo(400);
    Document page = TestSite.page(answer);
    Element ports = page.expectFirst("#ports");
    assertThat(ports.attr("aria-invalid")).isEqualTo("true");
    assertThat(ports.val()).isEqualTo("25,smtp");
    assertThat(page.expectFirst("#target").val()).isEqualTo("good.example.org");
    List<String> described = new ArrayList<>();
    for (String id : ports.attr("aria-describedby").split(" ", -1)) {
      described.add(page.expectFirst("#" + id).text());
    }
    assertThat(described.getLast()).startsWith("'smtp' is not a port");
  }

  @Test
  void opensTheOptionsWhereTheProblemIs() throws Exception {
    Document page = TestSite.page(site.post("/checks", "target=good.example.org&timeout=soon"));
    assertThat(page.select("details.options[open] #timeout[aria-invalid=true]")).hasSize(1);
  }

  @Test
  void takesHostileWordsAsText() throws Exception {
    String words = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%26";
    Document page = TestSite.page(site.post("/checks", "target=" + words));
    assertThat(page.expectFirst("#target").val()).isEqualTo("\"><script>alert(1)</script>&");
    assertThat(page.select("script:not([src])")).isEmpty();
  }

  @Test
  void aLinkFromAnotherSiteFillsTheFormButStartsNothing() throws Exception {
    HttpResponse<String> foreign =
        site.get("/check?target=good.example.org&ports=25", "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(200);
    assertThat(TestSite.page(foreign).expectFirst("#target").val()).isEqualTo("good.example.org");
    assertThat(site.get("/check?target=good.example.org").statusCode()).isEqualTo(200);
  }

  @Test
  void aLinkOfOursStartsTheCheck() throws Exception {
    HttpResponse<String> own =
        site.get("/check?target=good.example.org&ports=25", "Sec-Fetch-Site", "same-origin");
    assertThat(own.statusCode()).isEqualTo(303);
    assertThat(own.headers().firstValue("Location").orElseThrow())
        .matches("(http://[^/]*)?/smtpscope/checks/[\\w-]{22}");
  }

  @Test
  void tellsWhyAnAddressIsRefusedAndWhenToComeBack() throws Exception {
    CheckLimits strict = tight();
    try (TestSite open = new TestSite("", TestSite.settings(town, strict, Access.PUBLIC))) {
      HttpResponse<String> refused = open.post("/checks", "target=127.0.0.1&ports=25");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(TestSite.page(refused).expectFirst("#target-problem").text()).contains("loopback");
      HttpResponse<String> again = open.post("/checks", "target=127.0.0.1&ports=25");
      assertThat(again.statusCode()).isEqualTo(429);
      assertThat(again.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
      assertThat(TestSite.page(again).select("[role=alert]").text()).contains("Try again in");
    }
  }

  private static CheckLimits tight() {
    CheckLimits usual = CheckLimits.PUBLIC;
    return new CheckLimits(
        Rate.perMinute(1, 1),
        usual.perAddress(),
        usual.inAll(),
        usual.perClientAtOnce(),
        usual.running(),
        usual.queued(),
        usual.probes(),
        usual.addresses(),
        usual.hosts(),
        usual.ports(),
        usual.whole(),
        usual.lookup(),
        usual.keptBytes(),
        usual.keptFor());
  }

  @Test
  void keepsSearchEnginesAwayFromReports() throws Exception {
    HttpResponse<String> report = site.get(site.checked("good.example.org", "25"));
    assertThat(report.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(TestSite.page(report).select("meta[name=robots]").attr("content"))
        .isEqualTo("noindex, nofollow");
    assertThat(site.get("/robots.txt").body())
        .contains("Disallow: /", "Allow: /smtpscope/reference");
  }

  @Test
  void hasAPageForWhatIsNotThere() throws Exception {
    for (String path : List.of("/nowhere", "/reference/checks/no-such", "/checks/x", "/r/x")) {
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(TestSite.page(answer).select("h1")).as(path).hasSize(1);
    }
  }
}
