package dev.smtpscope.judge.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.mtasts.PolicyParser.Result.Accepted;
import dev.smtpscope.judge.mtasts.PolicyParser.Result.Unreadable;
import dev.smtpscope.target.HostName;
import dev.smtpscope.text.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParserTest {
  private static final String START = "version: STSv1|mode: enforce|mx: mail.example.com|";

  /** The example in RFC 8461 section 3.2. */
  @Test
  void readsTheExampleOfTheRfc() {
    Policy policy =
        policy(
            "version: STSv1|mode: enforce|mx: mail.example.com|mx: *.example.net|"
                + "mx: backupmx.example.com|max_age: 604800");

    assertThat(policy.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(policy.maxAge()).isEqualTo(Duration.ofDays(7));
    assertThat(policy.mx())
        .extracting(MxPattern::toString)
        .containsExactly("mail.example.com", "*.example.net", "backupmx.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_age: 1|" + START,
        "mode:enforce|max_age:1|mx:mail.example.com|version:STSv1",
        "version: \t STSv1 \t|mode: enforce  |mx: mail.example.com |max_age: 1 ",
        START + "max_age: 1|mode: none|version: STSv2|max_age: 2",
        START + "max_age: 0000000001|mode: wrong",
        START + "max_age: 1|x-new_field.2: whatever: it = is;",
        "version: STSv1|mode: enforce|mx: MAIL.Example.COM|max_age: 1",
        START + "max_age: 1|note: gr\u00fc\u00df dich",
      })
  void readsWhatTheGrammarAllows(String text) {
    assertThat(PolicyParser.parse(lines(text)))
        .isEqualTo(
            new Accepted(
                new Policy(
                    Mode.ENFORCE,
                    Duration.ofSeconds(1),
                    List.of(MxPattern.of(new HostName("mail.example.com")))),
                List.of()));
  }

  @Test
  void ageHasBounds() {
    assertThat(policy(START + "max_age: 31557600").maxAge()).isEqualTo(Policy.LONGEST);
    assertThat(policy(START + "max_age: 0").maxAge()).isEqualTo(Duration.ZERO);
    Stream.of("31557601", "-1", "+1", "1.5", "", "86400s", "99999999999", "\u0661")
        .forEach(age ->
            assertThat(problems(START + "max_age: " + age))
                .singleElement()
                .asString()
                .contains("max_age"));
  }

  @Test
  void onlyModeNoneNeedsNoHost() {
    assertThat(policy("version: STSv1|mode: none|max_age: 86400").mx()).isEmpty();
    assertThat(problems("version: STSv1|mode: testing|max_age: 86400"))
        .containsExactly("no mx line names a host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode: enforce|mx: mail.example.com|max_age: 1",
        "version: STSv1|mx: mail.example.com|max_age: 1",
        START,
        "version: STSV1|mode: enforce|mx: mail.example.com|max_age: 1",
        "Version: STSv1|mode: enforce|mx: mail.example.com|max_age: 1",
        "version: STSv1|mode: Enforce|mx: mail.example.com|max_age: 1",
        "version: STSv1|MODE: enforce|mx: mail.example.com|max_age: 1",
        "version : STSv1|mode: enforce|mx: mail.example.com|max_age: 1",
        " version: STSv1|mode: enforce|mx: mail.example.com|max_age: 1",
        "\ufeffversion: STSv1|mode: enforce|mx: mail.example.com|max_age: 1",
        START + "max_age: 1|mx: mail.example.com.",
        START + "max_age: 1|mx: *",
        START + "max_age: 1|mx: mail*.example.com",
        START + "max_age: 1|mx: *.*.example.com",
        START + "max_age: 1|mx: .example.com",
        START + "max_age: 1|mx: a.example.com, b.example.com",
        START + "max_age: 1|mx:",
        "<!DOCTYPE html>|<title>Not found</title>",
        "",
      })
  void refusesWhatItDoesNotAllow(String text) {
    assertThat(PolicyParser.parse(lines(text))).isInstanceOf(Unreadable.class);
  }

  @Test
  void whatAStrictParserMightRefuseIsALapse() {
    assertThat(PolicyParser.parse(lines(START + "max_age: 1||# comment|\u0001: x|empty:")))
        .isInstanceOfSatisfying(
            Accepted.class,
            readable ->
                assertThat(readable.lapses())
                    .containsExactly(
                        "line 5 is empty",
                        "line 6: # comment (not a field)",
                        "line 7: \\x01: x (not a field)",
                        "line 8: empty: (not a value)"));
  }

  @Test
  void linesGiveThePolicyBack() {
    Policy policy = policy(START + "mx: *.example.net|max_age: 86400");

    assertThat(PolicyParser.parse(policy.lines())).isEqualTo(new Accepted(policy, List.of()));
  }

  @RepeatedTest(40)
  void anyOrderOfFieldsAndAnyExtensionsGiveTheSamePolicy(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    List<String> lines = new ArrayList<>(lines(START + "mx: *.example.net|max_age: 86400"));
    lines.remove("mx: *.example.net");
    for (int i = random.nextInt(5); i > 0; i--) {
      lines.add(random.nextInt(lines.size() + 1), "x" + i + ":  " + random.nextLong());
    }
    java.util.Collections.shuffle(lines, random);

    assertThat(PolicyParser.parse(lines))
        .isEqualTo(new Accepted(policy(START + "max_age: 86400"), List.of()));
  }

  @RepeatedTest(200)
  void bytesOfAnyKindGiveAResult(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    String alphabet = "versionSTSv1modeenforcemxmax_age: :.*-0123456789\t\u0000\u00ff\\\r";
    List<String> lines = new ArrayList<>(lines(START + "max_age: 1"));
    for (int i = 0; i < 4; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      for (int b = 0; b < noise.length; b++) {
        noise[b] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      lines.set(random.nextInt(lines.size()), Visible.of(noise));
    }

    switch (PolicyParser.parse(lines)) {
      case Accepted(var policy, var lapses) ->
          assertThat(policy.maxAge()).isBetween(Duration.ZERO, Policy.LONGEST);
      case Unreadable(var problems) ->
          assertThat(problems).isNotEmpty().allMatch(p -> p.chars().allMatch(c -> c >= 0x20));
    }
  }

  private static Policy policy(String text) {
    Accepted readable = (Accepted) PolicyParser.parse(lines(text));
    assertThat(readable.lapses()).isEmpty();
    return readable.policy();
  }

  private static List<String> problems(String text) {
    return ((Unreadable) PolicyParser.parse(lines(text))).problems();
  }

  private static List<String> lines(String text) {
    return Stream.of(text.split("\\|"))
        .map(line -> Visible.of(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }
}
