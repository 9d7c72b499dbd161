package dev.smtpscope.judge.checks.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reverse DNS, block lists, DNSSEC, and what else a domain publishes. */
class NamesTest {
  private static final String ARPA = "1.2.0.192.in-addr.arpa";
  private static final String LIST = "dnsbl.example.net";
  private static final String LISTED = "1.2.0.192." + LIST;

  private final MailDomain domain =
      MailDomain.of("example.org")
          .host("mail.example.org", 10, Scene.on(25).at("192.0.2.1"))
          .reverse()
          .blockList(LIST);

  @Test
  void aConfirmedNameThatTheServerUsesPasses() {
    domain.dns.pointer(ARPA, "mail.example.org");

    Asked.passes(new ReverseMissing(), domain);
    Asked.passes(new ReverseUnconfirmed(), domain);
    Asked.passes(new ReverseNameDiffers(), domain);
  }

  @Test
  void noNameIsNoticed() {
    assertThat(Asked.finding(new ReverseMissing(), domain).severity()).isEqualTo(Severity.NOTICE);
    Asked.passes(new ReverseUnconfirmed(), domain);
    Asked.isNotApplicable(new ReverseNameDiffers(), domain);
  }

  @Test
  void aNameThatDoesNotLeadBackIsNoticed() {
    domain.dns.pointer(ARPA, "host.example.net").address("host.example.net", "192.0.2.99");

    Asked.passes(new ReverseMissing(), domain);
    assertThat(Asked.finding(new ReverseUnconfirmed(), domain).evidence())
        .containsExactly(ARPA + " PTR host.example.net", "host.example.net A 192.0.2.99");
    assertThat(Asked.finding(new ReverseNameDiffers(), domain).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void oneOfSeveralNamesMayConfirm() {
    domain.dns.pointer(ARPA, "host.example.net").pointer(ARPA, "mail.example.org");

    Asked.passes(new ReverseUnconfirmed(), domain);
    Asked.passes(new ReverseNameDiffers(), domain);
  }

  @Test
  void lookupsThatFailAreUnknown() {
    domain.dns.failing(ARPA, RecordType.PTR, DnsFailure.TIMEOUT);

    Asked.isInconclusive(new ReverseMissing(), domain);
    Asked.isInconclusive(new ReverseUnconfirmed(), domain);
    Asked.isNotApplicable(new ReverseNameDiffers(), domain);
  }

  @Test
  void aForwardLookupThatFailsIsUnknown() {
    domain
        .dns
        .pointer(ARPA, "host.example.net")
        .failing("host.example.net", RecordType.A, DnsFailure.SERVFAIL);

    Asked.isInconclusive(new ReverseUnconfirmed(), domain);
  }

  /** RFC 5782 section 2.1. */
  @Test
  void aListingShowsCodesAndReason() {
    domain
        .dns
        .address(LISTED, "127.0.0.2")
        .address(LISTED, "127.0.0.10")
        .text(LISTED, "see https://example.net/192.0.2.1");
    Finding finding = Asked.finding(new BlockListed(), domain);

    assertThat(finding.title()).isEqualTo("192.0.2.1 is on the block list dnsbl.example.net");
    assertThat(finding.evidence())
        .containsExactly(
            LISTED + " A 127.0.0.2",
            LISTED + " A 127.0.0.10",
            LISTED + " TXT \"see https://example.net/192.0.2.1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.255.255.252",
        "127.255.255.254",
        "127.255.255.255",
        "127.0.0.1",
        "192.0.2.77"
      })
  void anAnswerAboutTheResolverIsNoListing(String code) {
    domain.dns.address(LISTED, code);

    assertThat(Asked.of(new BlockListed(), domain))
        .singleElement()
        .isInstanceOfSatisfying(
            Judgement.Inconclusive.class, i -> assertThat(i.why()).contains(LIST, code));
  }

  @Test
  void aListThatDoesNotAnswerIsUnknownAndOneWithoutEntryPasses() {
    Asked.passes(new BlockListed(), domain);
    domain.dns.failing(LISTED, RecordType.A, DnsFailure.REFUSED);
    Asked.isInconclusive(new BlockListed(), domain);
    Asked.isNotApplicable(new BlockListed(), MailDomain.of("example.org").implicit(Scene.on(25)));
  }

  @Test
  void bogusAnswersAreErrors() {
    MailDomain bogus =
        MailDomain.of("example.net").host("mx.example.com", 10, Scene.on(25).at("192.0.2.1"));
    bogus.dns.status("example.net", DnssecStatus.BOGUS);

    assertThat(Asked.finding(new DnssecBogus(), bogus).severity()).isEqualTo(Severity.ERROR);
    assertThat(Asked.finding(new DnssecBogus(), bogus).evidence())
        .contains("DNSSEC: bogus: so it was said");
    Asked.passes(new DnssecUnsigned(), bogus);
  }

  @Test
  void aBogusHostIsAnErrorOnlyWithoutAnother() {
    MailDomain seen = MailDomain.of("example.org");
    seen.dns.status("example.net", DnssecStatus.BOGUS);
    seen.host("mx.example.net", 10, Scene.on(25).at("192.0.2.1"));
    assertThat(Asked.finding(new DnssecBogus(), seen).severity()).isEqualTo(Severity.ERROR);

    seen.host("mx.example.com", 20, Scene.on(25).at("192.0.2.2"));
    assertThat(Asked.finding(new DnssecBogus(), seen).severity()).isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(new DnssecBogus(), seen).subject()).hasToString("mx.example.net");
  }

  @Test
  void unsignedIsForInformationAndUnvalidatedUnknown() {
    MailDomain insecure = MailDomain.of("example.org");
    insecure.dns.status("org", DnssecStatus.INSECURE);
    insecure.host("mx.example.org", 10, Scene.on(25));
    MailDomain unknown = MailDomain.of("example.org");
    unknown.dns.status("org", DnssecStatus.INDETERMINATE);
    unknown.host("mx.example.org", 10, Scene.on(25));

    assertThat(Asked.finding(new DnssecUnsigned(), insecure).severity()).isEqualTo(Severity.INFO);
    Asked.passes(new DnssecBogus(), insecure);
    Asked.isInconclusive(new DnssecUnsigned(), unknown);
    Asked.isInconclusive(new DnssecBogus(), unknown);
    Asked.passes(new DnssecUnsigned(), domain);
  }

  @Test
  void spfAndDmarcAreMentionedOnlyWhenAbsent() {
    assertThat(Asked.finding(new SpfDmarcAbsent(), domain).title())
        .isEqualTo("the domain has no SPF and no DMARC record of its own");
    domain.dns.text("example.org", "v=spf1 mx -all");
    assertThat(Asked.finding(new SpfDmarcAbsent(), domain).title())
        .isEqualTo("the domain has no DMARC record of its own");
    domain.dns.text("_dmarc.example.org", "v=DMARC1; p=none");
    Asked.passes(new SpfDmarcAbsent(), domain);
  }

  @Test
  void spfThatCouldNotBeLookedUpIsUnknown() {
    domain
        .dns
        .text("_dmarc.example.org", "v=DMARC1; p=none")
        .failing("example.org", RecordType.TXT, DnsFailure.TIMEOUT);

    Asked.isInconclusive(new SpfDmarcAbsent(), domain);
  }

  @Test
  void submissionRecordsMustNameServers() {
    Asked.isNotApplicable(new SubmissionTargetInvalid(), domain);
    domain.dns.srv("_submission._tcp.example.org", 587, ".");
    Asked.passes(new SubmissionTargetInvalid(), domain);
    domain.submission("gone.example.org");
    assertThat(Asked.finding(new SubmissionTargetInvalid(), domain).title())
        .isEqualTo(
            "the SRV record of _submissions._tcp.example.org points to a host without an address");
  }
}
