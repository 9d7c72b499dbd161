package dev.smtpscope.judge.dane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.dane.TlsaVerdict.Use;
import dev.smtpscope.target.HostName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaneTest {
  private static final String MX = "mx.example.org";
  private static final String TLSA = "_25._tcp." + MX;
  private static final String D32 = "ab".repeat(32);
  private static final String D64 = "ab".repeat(64);

  private final MailDomain domain = MailDomain.of("example.org");

  private Dane dane() {
    return Dane.of(domain.host(MX, 10, Scene.on(25)).context(MX), 25);
  }

  @Test
  void recordsInASignedZoneAreUsed() {
    domain.dns.tlsa(TLSA, 3, 1, 1, D32);

    assertThat(dane())
        .isInstanceOfSatisfying(
            Dane.Usable.class,
            usable -> {
              assertThat(usable.used())
                  .extracting(TlsaVerdict::text)
                  .containsExactly("3 1 1 " + D32);
              assertThat(usable.names())
                  .containsExactly(new HostName(MX), new HostName("example.org"));
            });
  }

  @Test
  void provenAbsenceIsNoDane() {
    assertThat(reason()).isEqualTo(Dane.Reason.NO_RECORDS);
  }

  @Test
  void insecureAddressesEndTheSearch() {
    domain
        .dns
        .tlsa(TLSA, 3, 1, 1, D32)
        .status(MX, DnssecStatus.INSECURE)
        .status(TLSA, DnssecStatus.SECURE);

    assertThat(reason()).isEqualTo(Dane.Reason.INSECURE_ADDRESSES);
  }

  @Test
  void insecureRecordsAreIgnored() {
    domain.dns.tlsa(TLSA, 3, 1, 1, D32).status(TLSA, DnssecStatus.INSECURE);

    assertThat(reason()).isEqualTo(Dane.Reason.INSECURE_RECORDS);
  }

  @Test
  void insecureAbsenceIsNoDane() {
    domain.dns.status(TLSA, DnssecStatus.INSECURE);

    assertThat(reason()).isEqualTo(Dane.Reason.NO_RECORDS);
  }

  private Dane.Reason reason() {
    return ((Dane.NotUsed) dane()).reason();
  }

  @Test
  void bogusRecordsAreAFailure() {
    domain.dns.tlsa(TLSA, 3, 1, 1, D32).status(TLSA, DnssecStatus.BOGUS);

    assertThat(dane()).isInstanceOf(Dane.Failed.class);
  }

  @Test
  void bogusDenialOfExistenceIsAFailure() {
    domain.dns.status(TLSA, DnssecStatus.BOGUS);

    assertThat(dane()).isInstanceOf(Dane.Failed.class);
  }

  @Test
  void bogusAddressesAreAFailure() {
    domain.dns.status(MX, DnssecStatus.BOGUS).status(TLSA, DnssecStatus.SECURE);

    assertThat(dane()).isInstanceOf(Dane.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({"SERVFAIL", "TIMEOUT", "REFUSED", "MALFORMED"})
  void failedLookupsAreAFailure(DnsFailure kind) {
    domain.dns.failing(TLSA, RecordType.TLSA, kind);

    assertThat(dane()).isInstanceOf(Dane.Failed.class);
  }

  @Test
  void withoutAStatusNothingIsKnown() {
    domain.dns.tlsa(TLSA, 3, 1, 1, D32).status(TLSA, DnssecStatus.INDETERMINATE);

    assertThat(dane()).isInstanceOf(Dane.Unknown.class);
  }

  @Test
  void secureAliasesAreExpandedFirst() {
    domain.dns.alias(MX, "host.example.net").tlsa("_25._tcp.host.example.net", 3, 1, 1, D32);

    assertThat(((Dane.Usable) dane()).names())
        .containsExactly(new HostName("host.example.net"), new HostName("example.org"));
  }

  @Test
  void theOwnNameIsTriedNext() {
    domain.dns.alias(MX, "host.example.net").tlsa(TLSA, 3, 1, 1, D32);

    assertThat(((Dane.Usable) dane()).lookup().baseDomain()).hasToString(MX);
  }

  @Test
  void aFailureAtTheExpandedNameEndsTheSearch() {
    domain
        .dns
        .alias(MX, "host.example.net")
        .tlsa(TLSA, 3, 1, 1, D32)
        .status("_25._tcp.host.example.net", DnssecStatus.BOGUS);

    assertThat(dane()).isInstanceOf(Dane.Failed.class);
  }

  /** RFC 7672 section 2.2.2: what counts is whether the zone of the host's name is signed. */
  @Test
  void anAliasInASignedZoneMayLeadToInsecureAddresses() {
    domain
        .dns
        .alias(MX, "host.example.net")
        .tlsa(TLSA, 3, 1, 1, D32)
        .status("example.net", DnssecStatus.INSECURE);

    assertThat(dane()).isInstanceOf(Dane.Usable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0 1 1 32, PKIX-TA",
    "1 1 1 32, PKIX-EE",
    "4 1 1 32, usage 4",
    "255 1 1 32, usage 255",
    "3 2 1 32, selector 2",
    "3 1 3 32, matching type 3",
    "3 1 1 31, has 31",
    "3 1 1 64, has 64",
    "3 1 2 32, has 32",
    "2 0 1 0, has 0",
    "3 0 0 20, no certificate",
    "2 1 0 20, no public key",
  })
  void recordsThatNoMailServerCanUse(String record, String why) {
    String[] numbers = record.split(" ", 4);
    domain.dns.with(
        TLSA,
        RecordType.TLSA,
        new RecordData.Tlsa(
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Integer.parseInt(numbers[2]),
            "30".repeat(Integer.parseInt(numbers[3]))));

    assertThat(dane())
        .isInstanceOfSatisfying(
            Dane.Unusable.class,
            unusable ->
                assertThat(unusable.records())
                    .singleElement()
                    .satisfies(v -> assertThat(v.why()).contains(why)));
  }

  @Test
  void whatHasNotTheFormOfARecordIsUnusable() {
    domain.dns.with(TLSA, RecordType.TLSA, new RecordData.Malformed("\\# 1 03"));

    assertThat(dane()).isInstanceOf(Dane.Unusable.class);
  }

  /** Of each usage and selector the strongest digest counts; whole data always does. */
  @Test
  void weakerDigestsAreOutranked() {
    domain
        .dns
        .tlsa(TLSA, 3, 1, 1, D32)
        .tlsa(TLSA, 3, 1, 2, D64)
        .tlsa(TLSA, 3, 0, 1, D32)
        .tlsa(TLSA, 2, 1, 1, D32)
        .tlsa(TLSA, 2, 1, 2, D32);

    assertThat(((Dane.Usable) dane()).records())
        .extracting(TlsaVerdict::use)
        .isEqualTo(List.of(Use.OUTRANKED, Use.USED, Use.USED, Use.USED, Use.UNUSABLE));
  }
}
