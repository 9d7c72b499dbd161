package dev.smtpscope.judge.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.FakeDns;
import dev.smtpscope.text.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StsRecordTest {
  private static final String NAME = "_mta-sts.example.org";

  /** The first is the example in RFC 8461 section 3.1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=STSv1; id=20160831085700Z;",
        "v=STSv1;id=20160831085700Z",
        "v=STSv1; \t id=20160831085700Z \t; ",
        "v=STSv1; x.y-z_1=a:b; id=20160831085700Z",
        "v=STSv1; id=20160831085700Z; id=other",
      })
  void oneWellFormedRecordCounts(String text) {
    assertThat(StsRecord.of(List.of(text))).isEqualTo(new StsRecord.Valid("20160831085700Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=STSv1;",
        "v=STSv1; ID=1",
        "v=STSv1; id=",
        "v=STSv1; id=2016-08-31",
        "v=STSv1; id=123456789012345678901234567890123",
        "v=STSv1; id=1; junk",
        "v=STSv1; id=1;; x=1",
        "v=STSv1; id=1; x=\\x01",
        "v=STSv1; id=1; x=a=b",
        "v=STSv1 ; id=1",
        "v=STSv1",
        "V=STSv1; id=1",
        "v=stsv1; id=1",
        "\"v=STSv1; id=1\"",
        "v=STSv2; id=1",
      })
  void whatIsMeantToBeOneAndIsNotIsInvalid(String text) {
    assertThat(StsRecord.of(List.of(text)))
        .isInstanceOfSatisfying(
            StsRecord.Invalid.class, invalid -> assertThat(invalid.texts()).containsExactly(text));
  }

  @Test
  void otherRecordsAreDiscarded() {
    String record = "v=STSv1; id=1";

    assertThat(StsRecord.of(List.of("v=spf1 -all", "google-site-verification=x")))
        .isEqualTo(new StsRecord.Absent());
    assertThat(StsRecord.of(List.of("v=spf1 -all", record, "v=STSv1 ; id=2")))
        .isEqualTo(new StsRecord.Valid("1"));
    assertThat(StsRecord.of(List.of(record, record))).isInstanceOf(StsRecord.Invalid.class);
  }

  @Test
  void answersOfTheDnsDecideWhatIsKnown() {
    assertThat(StsRecord.of(new FakeDns().answer(NAME, RecordType.TXT)))
        .isEqualTo(new StsRecord.Absent());
    assertThat(
            StsRecord.of(
                new FakeDns()
                    .failing(NAME, RecordType.TXT, DnsFailure.TIMEOUT)
                    .answer(NAME, RecordType.TXT)))
        .isInstanceOf(StsRecord.Unknown.class);
    assertThat(
            StsRecord.of(
                new FakeDns()
                    .text(NAME, "v=STSv1; id=1")
                    .status(NAME, DnssecStatus.BOGUS)
                    .answer(NAME, RecordType.TXT)))
        .isInstanceOf(StsRecord.Unknown.class);
  }

  @Test
  void aRecordBehindAnAliasCounts() {
    FakeDns dns =
        new FakeDns().alias(NAME, "sts.example.net").text("sts.example.net", "v=STSv1; id=a1");

    assertThat(StsRecord.of(dns.answer(NAME, RecordType.TXT))).isEqualTo(new StsRecord.Valid("a1"));
  }

  @RepeatedTest(200)
  void anyBytesGiveAResultAndOnlyLettersAndDigitsAnId(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    String alphabet = "id=;; \tabc019_\u0000\u00ff\\";
    StringBuilder noise = new StringBuilder("v=STSv1;");
    random
        .ints(random.nextInt(24), 0, alphabet.length())
        .forEach(i -> noise.append(alphabet.charAt(i)));
    String visible = Visible.of(noise.toString().getBytes(StandardCharsets.ISO_8859_1));

    if (StsRecord.of(List.of(visible)) instanceof StsRecord.Valid(var id)) {
      assertThat(id).matches("[A-Za-z0-9]{1,32}");
      assertThat(noise.toString()).contains("id=" + id);
    }
  }
}
