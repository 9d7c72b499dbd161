package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.check.Rate;
import dev.smtpscope.web.check.Settings;
import dev.smtpscope.web.page.Chromium.Eyes;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What visitors see when things do not go their way. */
@ExtendWith(InChromium.class)
class BrowserStatesTest {
  private static final Logger LOG = Logger.getLogger("dev.smtpscope.web.check.Scan");

  private static final TrustAnchors BROKEN =
      new TrustAnchors() {
        @Override
        public String name() {
          return "broken";
        }

        @Override
        public List<X509Certificate> bySubject(X500Principal subject) {
          throw new IllegalStateException("broken on purpose");
        }
      };

  private static Town town;
  private static TestSite site;
  private static Chromium chromium;

  @BeforeAll
  static void open(Chromium browser) throws Exception {
    chromium = browser;
    town = Town.open();
    site = TestSite.of(town);
  }

  @AfterAll
  static void close() {
    chromium.complaints();
    site.close();
    town.close();
  }

  @Test
  void refusesInnerAddressesInPublicAtTheFieldAndThenAsksForPatience() throws Exception {
    CheckLimits once = Settings.rates(CheckLimits.PUBLIC, Rate.perMinute(1, 1), many(), many());
    try (TestSite open = new TestSite("", TestSite.settings(town, once, Access.PUBLIC))) {
      Page page = chromium.open(Eyes.DESKTOP, open.url("/"));
      Chromium.ask(page, Town.GOOD, "25");
      says(page.locator("#target-problem"), "loopback");
      PlaywrightAssertions.assertThat(page.locator("#target")).isFocused();
      Chromium.assertAccessible(page);
      Chromium.ask(page, Town.GOOD, "25");
      says(page.getByRole(AriaRole.ALERT), "A little slower");
      Chromium.assertAccessible(page);
      page.context().close();
    }
  }

  @Test
  void tellsThePlaceInTheQueueAndWhenNoneIsLeft() throws Exception {
    CheckLimits narrow = Settings.room(CheckLimits.PRIVATE, 1, 2, 4);
    try (TestSite busy = new TestSite("", TestSite.settings(town, narrow, Access.ALL))) {
      Page first = chromium.open(Eyes.DESKTOP, busy.url("/"));
      Chromium.ask(first, Town.SILENT, "25");
      Page second = waiting(busy, Eyes.DESKTOP, "Next in the queue");
      Page third = waiting(busy, Eyes.PHONE, "Place 2 in the queue");
      Chromium.assertAccessible(third);
      Page fourth = chromium.open(Eyes.PHONE, busy.url("/"));
      Chromium.ask(fourth, Town.GOOD, "25");
      says(fourth.locator("[role=alert]"), "Much to do just now");
      Chromium.assertAccessible(fourth);
      first.getByText("Stop and show what is known").click();
      second.waitForSelector("article.report");
      third.waitForSelector("article.report");
      for (Page page : List.of(first, second, third, fourth)) {
        page.context().close();
      }
    }
  }

  private static Page waiting(TestSite busy, Eyes eyes, String place) {
    Page page = chromium.open(eyes, busy.url("/"));
    Chromium.ask(page, Town.GOOD, "25");
    says(page.locator("[data-status]"), place);
    return page;
  }

  @Test
  void tellsOfACheckThatBroke() throws Exception {
    LOG.setLevel(Level.OFF); // would be told of what is broken on purpose
    CheckSettings broken = CheckSettings.of(Access.ALL, CheckLimits.PRIVATE, town::names, BROKEN);
    try (TestSite bad = new TestSite("", broken)) {
      Page page = chromium.open(Eyes.PHONE, bad.url("/"));
      Chromium.ask(page, Town.GOOD, "25");
      says(page.locator("h1"), "The check broke off");
      Chromium.assertAccessible(page);
      page.context().close();
    }
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    try (Relay relay = new Relay(site.port())) {
      Page page = silentBy(relay);
      relay.cut();
      says(page.locator("[data-connection]:visible"), "connection to this site is lost");
      Chromium.assertAccessible(page);
      relay.leadTo(site.port());
      page.locator("[data-connection]").waitFor(hidden());
      assertThat(page.locator("[data-cards] > li").count()).isEqualTo(1);
      page.getByText("Stop and show what is known").click();
      page.waitForSelector("article.report");
      page.context().close();
    }
  }

  @Test
  void saysWhenTheCheckIsForgotten() throws Exception {
    try (Relay relay = new Relay(site.port());
        TestSite fresh = TestSite.of(town)) {
      Page page = silentBy(relay);
      relay.leadTo(fresh.port());
      says(page.locator("h1"), "There is no such report");
      Chromium.assertAccessible(page);
      page.context().close();
    }
  }

  private static Page silentBy(Relay relay) {
    Page page = chromium.open(Eyes.PHONE, site.url(relay.port(), "/"));
    Chromium.ask(page, Town.SILENT, "25");
    page.waitForSelector("[data-cards] [data-stage=ehlo][data-step=running]");
    return page;
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  @Test
  void showsEveryAddressAndPortAndWhichStageFailed() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    Chromium.ask(page, Town.TWIN, "25, 465, 587");
    says(page.locator("[data-status]"), "5 of 6 ports done");
    says(page.locator("[data-stage=connect][data-step=failed]").first(), "connect failed, \\d+ ms");
    Chromium.assertAccessible(page);
    page.getByText("Stop and show what is known").click();
    page.waitForSelector("article.report");
    assertThat(page.locator(".report .card").count()).isEqualTo(6);
    Chromium.assertAccessible(page);
    page.context().close();
  }

  @Test
  void explainsARejectionInTheGreeting() {
    Page page = chromium.open(Eyes.PHONE, site.url("/"));
    Chromium.ask(page, Town.UNKIND, "25");
    page.waitForSelector("article.report");
    says(page.locator(".report .card .state").first(), "[Rr]ejected");
    Chromium.assertAccessible(page);
    page.context().close();
  }

  @Test
  void findsAndCopiesLinesOfTheTranscript() {
    Page page = chromium.open(Eyes.DESKTOP, site.url("/"));
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Chromium.ask(page, Town.GOOD, "25");
    page.waitForSelector("article.report");
    page.locator("input.filter").fill("starttls");
    says(page.locator(".matches"), "[2-9] lines");
    Locator conversation = page.locator(".conversation").first();
    conversation.locator("button.copy").click();
    says(conversation.locator("button.copy"), "Copied");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .contains("C: STARTTLS")
        .doesNotContain("QUIT");
    Chromium.assertAccessible(page);
    page.context().close();
  }

  private static void says(Locator where, String pattern) {
    PlaywrightAssertions.assertThat(where).containsText(Pattern.compile(pattern));
  }

  private static Rate many() {
    return Rate.perMinute(1000, 1000);
  }
}
