package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.smtpscope.web.page.Chromium.Eyes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the documentation's pictures anew: {@code -Dsmtpscope.pictures=docs/images}, from the root.
 */
@ExtendWith(InChromium.class)
@EnabledIfSystemProperty(named = "smtpscope.pictures", matches = ".+")
class PicturesTest {
  private static final int LARGEST = 250 * 1024;

  /** Names the loopback addresses by addresses for documentation (RFC 5737), in the browser. */
  private static final String PRESENTABLE =
      """
      () => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          texts.currentNode.data = texts.currentNode.data.replaceAll('127.0.2.25', '192.0.2.25')
            .replaceAll('127.0.2.26', '192.0.2.26');
        }
      }
      """;

  private static ShowTown town;
  private static TestSite site;
  private static Chromium chromium;
  private static Path folder;

  @BeforeAll
  static void open(Chromium browser) throws Exception {
    folder = Path.of(System.getProperty("smtpscope.pictures")).toAbsolutePath();
    Files.createDirectories(folder);
    chromium = browser;
    town = ShowTown.open();
    site = new TestSite("", town.settings());
  }

  @AfterAll
  static void close() {
    site.close();
    town.close();
  }

  @Test
  void home() throws Exception {
    Page page = chromium.open(new Eyes(1200, 860, false, true), site.url("/"));
    page.locator("#target").fill(ShowTown.HOST);
    take(page, "home");
  }

  @Test
  void live() throws Exception {
    Page page = chromium.open(new Eyes(1200, 640, false, true), site.url("/"));
    Chromium.ask(page, ShowTown.SLOW, "25, 465, 587");
    page.waitForSelector("[data-stage=ehlo][data-step=running]");
    page.waitForSelector("[data-stage=connect][data-step=failed]");
    page.waitForSelector("li[data-state=done] [data-stage=quit][data-step=done]");
    take(page, "live");
  }

  @Test
  void report() throws Exception {
    take(report(new Eyes(1200, 1000, false, true)), "report");
    take(report(new Eyes(1200, 1000, true, true)), "report-dark");
    take(report(new Eyes(390, 844, false, true)), "report-phone");
  }

  private static Page report(Eyes eyes) {
    Page page = chromium.open(eyes, site.url("/"));
    Chromium.ask(page, ShowTown.HOST, "");
    page.waitForSelector("article.report");
    return page;
  }

  private static void take(Page page, String name) throws IOException {
    page.evaluate(PRESENTABLE);
    Path file = folder.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).isLessThan(LARGEST);
    page.context().close();
  }
}
