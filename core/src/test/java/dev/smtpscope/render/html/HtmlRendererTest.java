package dev.smtpscope.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Samples;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What holds for every page, read by an HTML parser that is not ours. */
class HtmlRendererTest {
  private static final Set<String> OUR_ATTRIBUTES =
      Set.of(
          ("id class href lang charset content name http-equiv open role tabindex for type scope"
                  + " autocomplete spellcheck focusable aria-label aria-labelledby data-label aria-hidden"
                  + " viewBox width height d cx cy r x y x1 x2 y1 y2 text-anchor overflow"
                  + " stroke-dasharray")
              .split(" "));

  @Test
  void everyPageIsWellFormed() throws IOException {
    for (Report report : Samples.all().values()) {
      Parser parser = Parser.htmlParser().setTrackErrors(50);
      parser.parseInput(page(report), "");

      assertThat(parser.getErrors()).isEmpty();
    }
  }

  @Test
  void idsAreUniqueAndWhatPointsToThemFindsThem() throws IOException {
    for (Document page : pages()) {
      List<String> ids = page.select("[id]").eachAttr("id");

      assertThat(ids).doesNotHaveDuplicates();
      assertThat(ids).containsAll(page.select("[for]").eachAttr("for"));
      assertThat(ids).containsAll(page.select("[aria-labelledby]").eachAttr("aria-labelledby"));
      assertThat(page.select("a[href^=#]").eachAttr("href"))
          .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }
  }

  @Test
  void headingsSkipNoLevel() throws IOException {
    for (Document page : pages()) {
      int level = 0;
      for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
        int next = heading.tagName().charAt(1) - '0';
        assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
        level = next;
      }
    }
  }

  @Test
  void everyFieldAndButtonHasAName() throws IOException {
    for (Document page : pages()) {
      assertThat(page.select("input"))
          .allSatisfy(field ->
              assertThat(page.select("label[for=" + field.id() + "]").text()).isNotBlank());
      assertThat(page.select("button, [role=img], [role=group], nav"))
          .allSatisfy(element ->
              assertThat(element.hasAttr("aria-label") || element.hasAttr("aria-labelledby"))
                  .as(element.outerHtml())
                  .isTrue());
    }
  }

  @Test
  void nothingIsLoaded() throws IOException {
    for (Document page : pages()) {
      assertThat(page.select("[src], link, iframe, object, embed, form, base, img, use")).isEmpty();
      assertThat(page.select("style").html()).doesNotContain("url(", "@import");
      assertThat(page.select("a").eachAttr("href"))
          .allMatch(href -> href.startsWith("#") || href.startsWith("https://"));
    }
  }

  @Test
  void thePolicyAllowsTheStyleAndTheScriptAndNothingElse()
      throws IOException, GeneralSecurityException {
    Document page = Jsoup.parse(page(Samples.good()));

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(
                    sha256(page.expectFirst("style").data()),
                    sha256(page.expectFirst("script").data())));
  }

  @Test
  void onlyOurOwnElementsAndAttributesOccurWhateverAServerSays() throws IOException {
    Document hostile = Jsoup.parse(page(Samples.hostile()));
    Set<String> ours = tags(Jsoup.parse(page(Samples.good())));
    ours.addAll(tags(Jsoup.parse(page(sample("bad-certificate")))));

    assertThat(hostile.select("script")).hasSize(1);
    assertThat(tags(hostile)).isSubsetOf(ours);
    for (Document page : pages()) {
      assertThat(attributes(page)).isSubsetOf(OUR_ATTRIBUTES);
    }
  }

  @Test
  void whatAServerSaidStandsAsItIs() throws IOException {
    String text = Jsoup.parse(page(Samples.hostile())).body().wholeText();

    assertThat(Samples.HOSTILE).allSatisfy(said -> assertThat(text).contains("S: 220 " + said));
  }

  @Test
  void theTranscriptStandsLineByLineAsItWas() throws IOException {
    Report report = Samples.good();
    List<String> said =
        report.facts().endpoints().stream()
            .flatMap(endpoint -> endpoint.transcript().stream())
            .map(TranscriptLine::text)
            .toList();

    assertThat(Jsoup.parse(page(report)).select(".said").stream().map(Element::wholeText))
        .containsExactlyElementsOf(said);
  }

  @Test
  void everySectionIsThere() throws IOException {
    Document page = Jsoup.parse(page(Samples.good()));

    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Ports",
            "Findings",
            "Where the time went",
            "Certificates",
            "Capabilities",
            "TLS",
            "Transcript",
            "Checks without a finding");
    assertThat(page.select("h1").text()).isEqualTo("mail.example.org works; nothing to mend.");
  }

  @Test
  void whatWasNotTestedIsNotPraised() throws IOException {
    String text = Jsoup.parse(page(sample("unreachable"))).text();

    assertThat(text)
        .contains("nothing could be judged")
        .doesNotContain("Nothing was found to mend");
  }

  @Test
  void landmarksOfSeveralReportsOnOneHostAreToldApart() throws IOException {
    Report good = Samples.good();
    StringBuilder out = new StringBuilder();
    new HtmlRenderer().render(List.of(good, good, good), RenderOptions.PLAIN, out);

    List<String> labels = Jsoup.parse(out.toString()).select("nav").eachAttr("aria-label");

    assertThat(labels).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void severalReportsMakeOneDocument() throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlRenderer().render(List.of(Samples.good(), Samples.hostile()), RenderOptions.PLAIN, out);
    Document page = Jsoup.parse(out.toString());

    assertThat(page.select("article.report")).hasSize(2);
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  private static Report sample(String name) {
    return Objects.requireNonNull(Samples.all().get(name), name);
  }

  private static List<Document> pages() throws IOException {
    List<Document> pages = new ArrayList<>();
    for (Report report : Samples.all().values()) {
      pages.add(Jsoup.parse(page(report)));
    }
    return pages;
  }

  private static Set<String> tags(Document page) {
    return new TreeSet<>(page.getAllElements().stream().map(Element::tagName).toList());
  }

  private static Set<String> attributes(Document page) {
    return page.getAllElements().stream()
        .flatMap(element -> element.attributes().asList().stream())
        .map(Attribute::getKey)
        .collect(Collectors.toSet());
  }

  private static String page(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlRenderer().render(report, RenderOptions.PLAIN, out);
    return out.toString();
  }

  private static String sha256(String text) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
