package dev.smtpscope.web.reference;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages about the checks, as they stand in the project's docs. */
public final class CheckPages {
  private final Map<String, CheckPage> pages;

  private CheckPages(Map<String, CheckPage> pages) {
    this.pages = pages;
  }

  /** Reads them all. */
  public static CheckPages load() {
    Markdown markdown = new Markdown();
    Map<String, CheckPage> pages = new LinkedHashMap<>();
    for (Check check : Checks.ALL) {
      String html = markdown.body(read(check.id()));
      pages.put(check.id(), new CheckPage(check.id(), check.title(), html));
    }
    return new CheckPages(pages);
  }

  /** Every page, in the order in which findings are shown. */
  public List<CheckPage> all() {
    return List.copyOf(pages.values());
  }

  /** The page of a check. */
  public Optional<CheckPage> find(String id) {
    return Optional.ofNullable(pages.get(id));
  }

  private static String read(String id) {
    String name = "checks/" + id + ".md";
    try (InputStream in = CheckPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
