package dev.smtpscope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTest {
  private final TargetParser parser = new TargetParser(TargetParser.Overrides.NONE);

  @ParameterizedTest
  @CsvSource({
    "mail.example.org, mail.example.org, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
    "MAIL.Example.ORG., mail.example.org, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
    "mail.example.org:587, mail.example.org, 587/submission/starttls",
    "mail.example.org:10025, mail.example.org, 10025/mx/starttls",
    "localhost:2525, localhost, 2525/alternate/starttls",
    "192.0.2.1, 192.0.2.1, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
    "192.0.2.1:465, 192.0.2.1, 465/submissions/implicit",
    "2001:DB8:0:0::1, 2001:db8::1, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
    "[2001:db8::1], 2001:db8::1, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
    "[2001:db8::1]:25, 2001:db8::1, 25/mx/starttls",
    "smtp://mail.example.org, mail.example.org, 25/mx/starttls",
    "SMTP://mail.example.org:2525/, mail.example.org, 2525/alternate/starttls",
    "smtps://mail.example.org, mail.example.org, 465/submissions/implicit",
    "smtps://mail.example.org:8465, mail.example.org, 8465/submissions/implicit",
    "submission://mail.example.org, mail.example.org, 587/submission/starttls",
    "submission://[2001:db8::1]:1587, 2001:db8::1, 1587/submission/starttls",
    "submissions://mail.example.org, mail.example.org, 465/submissions/implicit",
    "faß.example.de, xn--fa-hia.example.de, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
    "mail.münchen.example:25, mail.xn--mnchen-3ya.example, 25/mx/starttls",
    "my_host.example.org, my_host.example.org, 25/mx/starttls 465/submissions/implicit 587/submission/starttls",
  })
  void reads(String words, String host, String services) throws InvalidTargetException {
    Target target = parser.parse(words);
    assertThat(target.host()).hasToString(host);
    assertThat(target.services()).map(TargetParserTest::text).containsExactly(services.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example.org, EITHER, 25/mx/starttls",
    "example.org, EITHER, 25/mx/starttls",
    "postmaster@example.org, DOMAIN, 25/mx/starttls",
    "<postmaster@example.org>, DOMAIN, 25/mx/starttls",
    "postmaster@example.org:2525, DOMAIN, 2525/mx/starttls",
    "domain:example.org, DOMAIN, 25/mx/starttls",
    "DOMAIN:example.org:2525, DOMAIN, 2525/mx/starttls",
    "domain:25, HOST, 25/mx/starttls",
    "mail.example.org:25, HOST, 25/mx/starttls",
    "smtp://mail.example.org, HOST, 25/mx/starttls",
    "192.0.2.1, HOST, 25/mx/starttls",
    "[2001:db8::1]:25, HOST, 25/mx/starttls",
  })
  void tellsHostsFromDomains(String words, Meaning meaning, String mxServices)
      throws InvalidTargetException {
    Target target = parser.parse(words);
    assertThat(target.meaning()).isEqualTo(meaning);
    assertThat(target.mxServices())
        .map(TargetParserTest::text)
        .containsExactly(mxServices.split(" "));
  }

  @Test
  void takesANameAsWhatTheUserSays() throws InvalidTargetException {
    assertThat(as(Meaning.HOST).parse("postmaster@example.org").meaning()).isEqualTo(Meaning.HOST);
    assertThat(as(Meaning.DOMAIN).parse("mail.example.org:25").meaning()).isEqualTo(Meaning.DOMAIN);
    assertThatThrownBy(() -> as(Meaning.DOMAIN).parse("192.0.2.1"))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("an address, not a mail domain");
  }

  private static TargetParser as(Meaning meaning) {
    return new TargetParser(
        new TargetParser.Overrides(
            List.of(), Optional.empty(), Optional.empty(), Optional.of(meaning)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "-",
        "mail..org",
        ".org",
        "mail.example.org:",
        "mail.example.org:0",
        "mail.example.org:65536",
        "mail.example.org:-1",
        "mail.example.org:25x",
        "[2001:db8::1",
        "[192.0.2.999]",
        "192.0.2",
        "192.0.2.256",
        "1.2.3.4.5",
        "0x7f000001",
        "2130706433",
        "::g",
        "http://mail.example.org",
        "smtp://user:secret@mail.example.org",
        "smtp://",
        "mail.example.org/path",
        "mail example.org",
        "a@",
        "-mail.example.org",
        "mail-.example.org",
        "x\r\nEHLO evil",
        "ex\u0000ample.org",
        "\u202Emoc.elpmaxe",
        "host:25:25x",
      })
  void refusesInOneLine(String words) {
    assertThatThrownBy(() -> parser.parse(words))
        .isInstanceOf(InvalidTargetException.class)
        .message()
        .matches("[^\\p{Cntrl}\\p{Cf}]{10,300}");
  }

  @Test
  void neverEchoesAPassword() {
    assertThatThrownBy(() -> parser.parse("smtp://user:secret@mail.example.org"))
        .message()
        .doesNotContain("secret");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> parser.parse("x".repeat(5_000)))
        .isInstanceOf(InvalidTargetException.class);
    assertThatThrownBy(() -> parser.parse("a.".repeat(127) + "org"))
        .isInstanceOf(InvalidTargetException.class);
  }

  @Test
  void followsTheOverrides() throws InvalidTargetException {
    TargetParser.Overrides overrides =
        new TargetParser.Overrides(
            List.of(25, 10025, 25),
            Optional.of(Role.SUBMISSION),
            Optional.of(TlsMode.NONE),
            Optional.empty());
    assertThat(new TargetParser(overrides).parse("mail.example.org").services())
        .map(TargetParserTest::text)
        .containsExactly("25/submission/none", "10025/submission/none");
  }

  @Test
  void eitherReadsOrRefusesWhateverComes() {
    Random random = new Random(7);
    String alphabet = "ab1.:[]@/-_%é\u0000 \\";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder words = new StringBuilder();
      for (int j = random.nextInt(14); j > 0; j--) {
        words.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        assertThat(parser.parse(words.toString()).services()).isNotEmpty();
      } catch (InvalidTargetException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  private static String text(Service service) {
    return service.port() + "/" + service.role().id() + "/" + service.tls().id();
  }
}
