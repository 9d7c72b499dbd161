package dev.smtpscope.judge.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRptRecordTest {
  /** The examples of RFC 8460 section 3.1. */
  @Test
  void readsTheExamplesOfTheRfc() {
    assertThat(TlsRptRecord.of(List.of("v=TLSRPTv1;rua=mailto:reports@example.com")))
        .isEqualTo(new TlsRptRecord.Valid(List.of("mailto:reports@example.com")));
    assertThat(TlsRptRecord.of(List.of("v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt")))
        .isEqualTo(new TlsRptRecord.Valid(List.of("https://reporting.example.com/v1/tlsrpt")));
  }

  @Test
  void severalAddressesMayBeGiven() {
    assertThat(
            TlsRptRecord.of(
                List.of("v=spf1 -all", "v=TLSRPTv1; x=1; rua=mailto:a@example.org , https://b/c;")))
        .isEqualTo(new TlsRptRecord.Valid(List.of("mailto:a@example.org", "https://b/c")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=TLSRPTv1;",
        "v=TLSRPTv1; rua=",
        "v=TLSRPTv1; rua=reports@example.org",
        "v=TLSRPTv1; rua=http://example.org/",
        "v=TLSRPTv1; rua=mailto:a@example.org,",
        "v=TLSRPTv1 rua=mailto:a@example.org",
        "v=tlsrptv1; rua=mailto:a@example.org",
      })
  void whatIsMeantToBeOneAndIsNotIsInvalid(String text) {
    assertThat(TlsRptRecord.of(List.of(text))).isInstanceOf(TlsRptRecord.Invalid.class);
  }

  @Test
  void otherRecordsAreDiscarded() {
    assertThat(TlsRptRecord.of(List.of("v=spf1 -all"))).isEqualTo(new TlsRptRecord.Absent());
  }
}
