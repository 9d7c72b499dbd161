package dev.smtpscope.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, without a screen. For one thread. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String AXE = axe();

  /** In milliseconds, for a slow machine; what is there at once is not waited for. */
  private static final double PATIENCE = 30_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Starts it. Where it is not installed the test is left out, but fails on a build server. */
  static Chromium start() {
    boolean isThere = Files.isExecutable(PROGRAM);
    if (!isThere && "1".equals(System.getenv("CI"))) {
      throw new AssertionError(PROGRAM + " is missing; install Debian's package chromium");
    }
    Assumptions.assumeTrue(isThere, PROGRAM + " is missing; install Debian's package chromium");
    return new Chromium();
  }

  /** How a visitor looks at the pages. */
  record Eyes(int width, int height, boolean dark, boolean script) {
    static final Eyes DESKTOP = new Eyes(1280, 900, false, true);
    static final Eyes PHONE = new Eyes(375, 740, true, true);
    static final Eyes PLAIN = new Eyes(1280, 900, false, false);

    ColorScheme scheme() {
      return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
    }
  }

  /** A page of a visitor of its own, whose complaints are gathered. */
  Page open(Eyes eyes, String url) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(eyes.width(), eyes.height())
                .setColorScheme(eyes.scheme())
                .setJavaScriptEnabled(eyes.script())
                .setAcceptDownloads(true));
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.navigate(url);
    return page;
  }

  /** Looks at the same page with other eyes, whether they run scripts or not. */
  static void look(Page page, Eyes eyes) {
    page.setViewportSize(eyes.width(), eyes.height());
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(eyes.scheme()));
  }

  /** Fills in the form and sends it. */
  static void ask(Page page, String target, String ports) {
    page.locator("#target").fill(target);
    page.locator("#ports").fill(ports);
    page.locator("button.primary").click();
  }

  /** What consoles and dialogs said since the last time this was asked. */
  List<String> complaints() {
    List<String> said = List.copyOf(complaints);
    complaints.clear();
    return said;
  }

  /** Holds the page to axe-core's rules, and to the width of the screen. */
  static void assertAccessible(Page page) {
    Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) wide).intValue()).as("overflow of " + page.url()).isLessThanOrEqualTo(0);
    page.evaluate(AXE);
    Object violations =
        page.evaluate(
            """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
              v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')))
            """);
    assertThat((List<?>) violations).as("axe on " + page.url()).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static String axe() {
    try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
