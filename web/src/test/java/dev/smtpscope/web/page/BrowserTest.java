package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.page.Chromium.Eyes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser, against scripted mail servers. */
@ExtendWith(InChromium.class)
class BrowserTest {
  private static Town town;
  private static TestSite site;
  private static TestSite below;
  private static Chromium chromium;

  @TempDir private Path folder;

  @BeforeAll
  static void open(Chromium browser) throws Exception {
    chromium = browser;
    town = Town.open();
    site = TestSite.of(town);
    below = new TestSite("/mail/scope", TestSite.settings(town, CheckLimits.PRIVATE, Access.ALL));
  }

  @AfterAll
  static void close() {
    below.close();
    site.close();
    town.close();
  }

  @AfterEach
  void nobodyComplained() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void runsLiveFromFormToReport() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    Chromium.ask(page, Town.LATE, "25, 465, 587");
    shown(page.locator("[data-status]")).hasText("2 of 3 ports done");
    shown(page.locator("[data-state=done] [data-step=done]")).hasCount(7 + 5);
    page.evaluate("window.stayed = true");
    town.greet();
    page.waitForSelector("article.report");
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    assertThat(page.locator("h1").textContent()).startsWith(Town.LATE);
    assertThat(page.title()).isEqualTo(Town.LATE + " · smtpscope");
    assertThat(page.locator(".report .card").count()).isEqualTo(3);
    page.context().close();
  }

  @Test
  void showsStagesAsTheyHappenAndStopsWhenAsked() {
    Page page = chromium.open(Eyes.PHONE, site.url("/"));
    Chromium.ask(page, Town.SILENT, "25");
    page.waitForSelector("[data-cards] [data-stage=greeting][data-step=done]");
    page.waitForSelector("[data-cards] [data-stage=ehlo][data-step=running]");
    shown(page.locator("[data-status]")).hasText("0 of 1 port done");
    Chromium.assertAccessible(page);
    page.getByText("Stop and show what is known").click();
    page.waitForSelector("article.report");
    page.context().close();
  }

  @Test
  void showsTheHostsOfADomainAndTheirPorts() throws Exception {
    for (Eyes eyes : List.of(Eyes.DESKTOP, Eyes.PLAIN)) {
      Page page = chromium.open(eyes, site.url("/"));
      Chromium.ask(page, Town.DOMAIN, "25");
      page.waitForSelector("[data-cards] [data-stage=greeting][data-step=done]");
      assertThat(page.locator(".live-host h2").allTextContents())
          .containsExactly(Town.GOOD, Town.SILENT);
      assertThat(page.locator(".live-host:last-child .live-card").count()).isEqualTo(1);
      assertThat(page.locator(".live-host").first().textContent()).contains("preference 10");
      if (eyes.equals(Eyes.DESKTOP)) {
        Chromium.assertAccessible(page);
      }
      page.getByText("Stop and show what is known").click();
      page.waitForSelector("article.report");
      assertThat(page.locator("article.report h2").allTextContents())
          .contains("Mail hosts", "What senders would do", "DNS");
      if (eyes.equals(Eyes.DESKTOP)) {
        Chromium.assertAccessible(page);
      }
      page.context().close();
    }
  }

  @Test
  void needsNoScript() {
    Page page = chromium.open(Eyes.PLAIN, site.url("/"));
    Chromium.ask(page, Town.GOOD, "25");
    page.waitForSelector("article.report");
    assertThat(page.locator("h1").textContent()).startsWith(Town.GOOD);
    page.context().close();
  }

  @Test
  void worksByKeyboardAlone() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    shown(page.locator("#target")).isFocused();
    page.keyboard().type(Town.LATE);
    page.keyboard().press("Tab");
    page.keyboard().type("587");
    page.keyboard().press("Enter");
    shown(page.locator(".live")).isVisible();
    assertNextIs(page, "Stop and show what is known");
    town.greet();
    shown(page.locator("article.report")).isVisible();
    assertNextIs(page, "Run again");
    page.context().close();
  }

  @Test
  void theKeyboardBeginsInAReportThatIsThereAtOnce() throws Exception {
    String path = site.checked(Town.GOOD, "25");
    Page page = chromium.open(Eyes.PHONE, site.url(path));
    assertNextIs(page, "Run again");
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/checks/") && !url.endsWith(path));
    shown(page.locator("article.report")).isVisible();
    page.context().close();
  }

  @Test
  void leavesTheKeyboardWhereItIsInTheHeader() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    Chromium.ask(page, Town.LATE, "587");
    shown(page.locator(".live")).isVisible();
    Locator reference = page.locator("nav[aria-label=Site] >> text=Reference");
    reference.focus();
    town.greet();
    shown(page.locator("article.report")).isVisible();
    assertThat(reference.evaluate("link => link === document.activeElement")).isEqualTo(true);
    page.context().close();
  }

  @Test
  void comesBackToTheSamePlaceOfAReport() throws Exception {
    Page page = chromium.open(Eyes.PHONE, site.url(site.checked(Town.GOOD, "25")));
    shown(page.locator("#main")).isFocused();
    page.locator(".transcripts").first().scrollIntoViewIfNeeded();
    Object place = page.evaluate("scrollY");
    assertThat(((Number) place).intValue()).isPositive();
    page.navigate(site.url("/reference"));
    page.goBack();
    page.waitForFunction("place => Math.abs(scrollY - place) < 5", place);
    page.context().close();
  }

  private static void assertNextIs(Page page, String words) {
    shown(page.locator("#main")).isFocused();
    page.keyboard().press("Tab");
    shown(page.locator(":focus")).hasText(words);
  }

  private static LocatorAssertions shown(Locator where) {
    return PlaywrightAssertions.assertThat(where);
  }

  @Test
  void takesHostileServersAsText() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    Chromium.ask(page, Town.HOSTILE, "25");
    page.waitForSelector("article.report");
    assertThat(page.locator("article.report").textContent()).contains("<script>alert(1)</script>");
    assertThat(page.locator("main script, main img").count()).isZero();
    assertThat(page.locator("main").textContent())
        .doesNotContainPattern("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");
    Chromium.assertAccessible(page);
    page.context().close();
  }

  @Test
  void worksBelowABasePath() {
    Page page = chromium.open(Eyes.DESKTOP, below.url("/"));
    Chromium.ask(page, Town.GOOD, "25");
    page.waitForSelector("article.report");
    page.locator("nav[aria-label=Site] >> text=Reference").click();
    page.waitForURL(below.url("/reference"));
    page.goBack();
    page.waitForSelector("article.report");
    page.goForward();
    shown(page.locator("h1")).hasText("Reference");
    page.context().close();
  }

  @Test
  void makesAndDeletesAPermanentLink() {
    Page page = chromium.open(Eyes.PHONE, site.url("/"));
    Chromium.ask(page, Town.GOOD, "25");
    page.waitForSelector("article.report");
    page.getByLabel("Keep it for").selectOption("1 year");
    page.getByText("Make a permanent link").click();
    String link = page.getByLabel("Link to the report").inputValue();
    String delete = page.getByLabel("Link that deletes the report").inputValue();
    Chromium.assertAccessible(page);
    page.navigate(link);
    assertThat(page.locator(".kept").textContent()).contains("is deleted on");
    Chromium.assertAccessible(page);
    page.navigate(delete);
    Chromium.assertAccessible(page);
    page.getByText("Delete it").click();
    shown(page.locator("h1")).hasText("The report is deleted");
    Chromium.assertAccessible(page);
    page.context().close();
  }

  @Test
  void theFileNeedsNoServer() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    Chromium.ask(page, Town.HOSTILE, "25");
    page.waitForSelector("article.report");
    Download download =
        page.waitForDownload(() ->
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("HTML")).click());
    Path file = folder.resolve("report.html");
    download.saveAs(file);
    Page offline = page.context().newPage();
    List<String> requests = new ArrayList<>();
    List<String> said = new ArrayList<>();
    offline.onRequest(request -> requests.add(request.url()));
    offline.onConsoleMessage(message -> said.add(message.text()));
    offline.navigate(file.toUri().toString());
    assertThat(offline.locator("h1").textContent()).startsWith(Town.HOSTILE);
    assertThat(requests).containsExactly(file.toUri().toString());
    assertThat(said).isEmpty();
    page.context().close();
  }

  @Test
  void findsInListsAndRemembersTheTheme() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/reference/checks"));
    page.getByLabel("Find a check").fill("starttls");
    assertThat(page.locator("[data-filter-item]:visible").count()).isBetween(3, 12);
    assertThat(page.locator("[data-filter-count]").textContent()).endsWith("entries");
    page.locator("[data-theme-button]").click();
    page.locator("[data-theme-button]").click();
    page.reload();
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?target=mail.example.org&timeout=5s",
        "/reference",
        "/reference/codes",
        "/reference/codes/550",
        "/reference/status/5.7.1",
        "/reference/capabilities/STARTTLS",
        "/reference/ports/465",
        "/reference/alerts/40",
        "/reference/checks",
        "/reference/checks/starttls-missing",
        "/api",
      })
  void isAccessible(String path) {
    Page page = chromium.open(Eyes.DESKTOP, site.url(path));
    Chromium.assertAccessible(page);
    Chromium.look(page, Eyes.PHONE);
    Chromium.assertAccessible(page);
    page.context().close();
  }

  @Test
  void isAccessibleWhereSomethingIsWrong() {
    Page page = chromium.open(Eyes.PHONE, site.url("/"));
    Chromium.ask(page, "no such host", "99999");
    shown(page.locator("[aria-invalid=true]")).isFocused();
    Chromium.assertAccessible(page);
    page.navigate(site.url("/nowhere"));
    Chromium.assertAccessible(page);
    assertThat(chromium.complaints()).allMatch(said -> said.contains("Failed to load resource"));
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reportsAreAccessible(boolean dark) {
    Eyes eyes = new Eyes(dark ? 375 : 1280, 800, dark, true);
    Page page = chromium.open(eyes, site.url("/"));
    Chromium.ask(page, Town.GOOD, "25,465,587,2525");
    page.waitForSelector("article.report");
    Chromium.assertAccessible(page);
    page.context().close();
  }
}
