package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final int LONGEST_PARAGRAPH = 330;
  private static final int LONGEST_TITLE = 70;

  @ParameterizedTest
  @CsvSource({
    "550,SMTP reply code,550",
    "5.7.1,Enhanced status code,5.7.1",
    "x.7.1,Enhanced status code,X.7.1",
    "STARTTLS,EHLO keyword,STARTTLS",
    " starttls ,EHLO keyword,STARTTLS",
    "AUTH,EHLO keyword,AUTH",
    "AUTH PLAIN,AUTH mechanism,PLAIN",
    "auth  plain,AUTH mechanism,PLAIN",
    "PLAIN,AUTH mechanism,PLAIN",
    "alert 40,TLS alert,40 handshake_failure",
    "TLS alert 40,TLS alert,40 handshake_failure",
    "SSL alert number 40,TLS alert,40 handshake_failure",
    "handshake_failure,TLS alert,40 handshake_failure",
    "alert handshake failure,TLS alert,40 handshake_failure",
    "port 465,Port,port 465",
    "465,Port,port 465",
    "587,Port,port 587",
    "submissions,Port,port 465",
    "lmtp,Port,port 24",
    "greylisting,Cause of a refusal,greylisting",
    "block list,Cause of a refusal,block-list",
    "559,SMTP reply code,559",
  })
  void explainsTermsInTheWaysPeopleWriteThem(String query, String kind, String key) {
    Entry entry = Reference.explain(query).orElseThrow();
    assertThat(entry.kind()).isEqualTo(kind);
    assertThat(entry.key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "99",
        "700",
        "99999",
        "999999999999",
        "port",
        "port x",
        "alert",
        "alert 999",
        "AUTH FOO",
        "\u0000",
        "9.9.9"
      })
  void doesNotExplainWhatItDoesNotKnow(String query) {
    assertThat(Reference.explain(query)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STARTLS,STARTTLS",
    "pipelinig,PIPELINING",
    "handshake_failed,handshake_failure",
    "XCLEINT,XCLIENT",
    "gray-listing,greylisting",
    "scram-sha256,SCRAM-SHA-256",
    "enhanced,ENHANCEDSTATUSCODES",
  })
  void suggestsWhatIsNear(String query, String expected) {
    assertThat(Reference.suggestions(query)).contains(expected).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void suggestsNothingForNonsense() {
    assertThat(Reference.suggestions("qqqqqqqqqq")).isEmpty();
    assertThat(Reference.suggestions("x".repeat(5000))).isEmpty();
  }

  @Test
  void everyEntryIsCompleteAndShort() {
    assertThat(Reference.all())
        .hasSizeGreaterThan(300)
        .allSatisfy(entry -> {
          assertThat(entry.title()).as(entry.key()).isNotBlank().hasSizeLessThan(LONGEST_TITLE);
          assertThat(entry.paragraphs())
              .as(entry.key())
              .isNotEmpty()
              .allSatisfy(ReferenceTest::isGoodSentence);
          assertThat(entry.whatToDo())
              .as(entry.key())
              .allSatisfy(advice -> isGoodSentence(advice.text()));
          assertThat(entry.references()).as(entry.key()).allMatch(r -> !r.isBlank());
        });
  }

  @Test
  void everyEntryIsFoundByItsKey() {
    assertThat(Reference.all())
        .allSatisfy(entry ->
            assertThat(
                    Reference.explain(
                        entry.kind().equals("TLS alert")
                            ? "alert " + entry.key().split(" ", 2)[0]
                            : entry.key()))
                .as(entry.key())
                .isPresent()
                .map(Entry::kind)
                .hasValueSatisfying(kind -> assertThat(kind).isEqualTo(entry.kind())));
  }

  @Test
  void keysAreUnique() {
    List<String> keys =
        Reference.all().stream().map(entry -> entry.kind() + " " + entry.key()).toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void everyBlockHasKnownFieldsOnly() {
    assertThat(
            List.of(
                "reply-codes.txt",
                "enhanced-codes.txt",
                "keywords.txt",
                "auth-mechanisms.txt",
                "tls-alerts.txt",
                "ports.txt",
                "rejection-causes.txt",
                "block-lists.txt"))
        .flatMap(Block::load)
        .allSatisfy(block ->
            assertThat(block.fields().keySet())
                .as(block.key())
                .isSubsetOf(
                    "standing",
                    "means",
                    "sender",
                    "admin",
                    "ref",
                    "basic",
                    "params",
                    "exposure",
                    "cause",
                    "tls",
                    "word"));
  }

  @Test
  void neverThrowsWhateverIsAsked() {
    Random random = new Random(25);
    for (int i = 0; i < 5_000; i++) {
      String query = query(random);
      assertThatCode(
              () -> {
                Reference.explain(query);
                Keywords.of(query);
                Mechanisms.of(query);
                Alerts.of(random.nextInt());
                ReplyCodes.of(random.nextInt());
                EnhancedCodes.find(query);
              })
          .as(query)
          .doesNotThrowAnyException();
    }
    for (int i = 0; i < 50; i++) {
      assertThat(Reference.suggestions(query(random))).hasSizeLessThanOrEqualTo(5);
    }
  }

  private static String query(Random random) {
    List<String> seeds =
        List.of("5.7.1", "AUTH ", "alert ", "port ", "X", ".", "=", "550", " ", "\n");
    return random
        .ints(random.nextInt(12), 0, 40)
        .mapToObj(n -> n < seeds.size() ? seeds.get(n) : Character.toString(random.nextInt(0x3000)))
        .collect(Collectors.joining());
  }

  private static void isGoodSentence(String text) {
    assertThat(text)
        .isNotBlank()
        .hasSizeLessThanOrEqualTo(LONGEST_PARAGRAPH)
        .doesNotContain("  ", "\n", "\t")
        .matches("(?s).*[.)]")
        .isEqualTo(text.strip());
  }
}
