package dev.smtpscope.judge.checks.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class MxTest {
  private static final List<Check> ALL =
      List.of(
          new DomainMissing(),
          new MxMissing(),
          new MxNull(),
          new MxTargetInvalid(),
          new MxTargetAlias(),
          new MxTargetDangling(),
          new MxDuplicate());

  private static MailDomain domain() {
    return MailDomain.of("example.org");
  }

  private static Scene at(String address) {
    return Scene.on(25).at(address);
  }

  @Test
  void aPlainSetPasses() {
    MailDomain domain =
        domain()
            .host("mx1.example.org", 10, at("192.0.2.1"), at("2001:db8::1"))
            .host("mx2.example.net", 20, at("192.0.2.2"));

    ALL.forEach(check -> Asked.passes(check, domain));
  }

  @Test
  void aDomainThatIsNotThere() {
    assertThat(Asked.finding(new DomainMissing(), domain()))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR))
        .satisfies(f -> assertThat(f.evidence()).containsExactly("example.org MX: no such name"));
    ALL.stream().skip(1).forEach(check -> Asked.isNotApplicable(check, domain()));
  }

  @Test
  void aDenialThatIsBogusProvesNothing() {
    MailDomain domain = domain();
    domain.dns.status("example.org", DnssecStatus.BOGUS);

    Asked.isInconclusive(new DomainMissing(), domain);
  }

  @Test
  void aLookupThatFailsIsUnknown() {
    MailDomain domain = domain();
    domain.dns.failing("example.org", RecordType.MX, DnsFailure.TIMEOUT);

    ALL.forEach(check -> Asked.isInconclusive(check, domain));
  }

  @Test
  void withoutMxTheDomainIsItsOwnHost() {
    Finding finding = Asked.finding(new MxMissing(), domain().implicit(at("192.0.2.1")));

    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
    assertThat(finding.evidence())
        .containsExactly(
            "example.org MX: none", "example.org AAAA: none", "example.org A 192.0.2.1");
    Asked.passes(new MxTargetDangling(), domain().implicit(at("192.0.2.1")));
  }

  @Test
  void withNeitherThereIsNoMail() {
    MailDomain domain = domain().implicit();
    domain.dns.text("example.org", "v=spf1 -all");
    Finding finding = Asked.finding(new MxMissing(), domain);

    assertThat(finding.id()).isEqualTo("mx-missing/no-address");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.fix().configuration().orElseThrow().lines())
        .containsExactly("example.org. MX 0 .");
  }

  @Test
  void aNullMxIsAStateOfItsOwn() {
    MailDomain domain = domain();
    domain.dns.mx("example.org", 0, ".");

    assertThat(Asked.finding(new MxNull(), domain).severity()).isEqualTo(Severity.INFO);
    Asked.isNotApplicable(new MxMissing(), domain);
    Asked.isNotApplicable(new MxTargetDangling(), domain);
  }

  @Test
  void aNullMxMustBeExactAndAlone() {
    MailDomain inexact = domain();
    inexact.dns.mx("example.org", 10, ".");
    MailDomain mixed = domain().host("mx.example.org", 10, at("192.0.2.1"));
    mixed.dns.mx("example.org", 0, ".");

    assertThat(Asked.finding(new MxNull(), inexact).id()).isEqualTo("mx-null/inexact");
    assertThat(Asked.finding(new MxNull(), mixed).id()).isEqualTo("mx-null/beside-others");
    assertThat(Asked.finding(new MxNull(), mixed).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void anAddressIsNoTarget() {
    MailDomain alone = domain();
    alone.dns.mx("example.org", 5, "192.0.2.9");
    MailDomain besides = domain().host("mx.example.org", 10, at("192.0.2.1"));
    besides.dns.mx("example.org", 5, "2001:db8::1").mx("example.org", 6, "-bad.example.org");

    assertThat(Asked.finding(new MxTargetInvalid(), alone).severity()).isEqualTo(Severity.ERROR);
    assertThat(Asked.finding(new MxTargetInvalid(), alone).title())
        .isEqualTo("an MX record points to an IP address: 192.0.2.9");
    assertThat(Asked.findings(new MxTargetInvalid(), besides))
        .extracting(Finding::title)
        .containsExactly(
            "an MX record points to an IP address: 2001:db8::1",
            "an MX record points to what is no host name: -bad.example.org");
    assertThat(Asked.findings(new MxTargetInvalid(), besides))
        .allMatch(f -> f.severity() == Severity.WARNING);
    Asked.isNotApplicable(new DomainUnreachable(), alone);
  }

  @Test
  void anAliasIsFoundWithItsWay() {
    MailDomain domain = domain();
    domain.dns.alias("mx.example.org", "host.example.net");
    domain.host("mx.example.org", 10, at("192.0.2.1"));
    Finding finding = Asked.finding(new MxTargetAlias(), domain);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.title())
        .isEqualTo("the MX host mx.example.org is an alias of host.example.net");
    assertThat(finding.evidence())
        .contains("example.org MX 10 mx.example.org", "mx.example.org CNAME host.example.net");
  }

  @Test
  void aDanglingTargetIsNoErrorWhereAnotherStands() {
    MailDomain some =
        domain().host("mx1.example.org", 10, at("192.0.2.1")).host("gone.example.org", 20);
    MailDomain all = domain().host("gone.example.org", 20);

    assertThat(Asked.finding(new MxTargetDangling(), some).severity()).isEqualTo(Severity.WARNING);
    assertThat(Asked.finding(new MxTargetDangling(), some).title())
        .isEqualTo("1 MX host without an address: gone.example.org");
    assertThat(Asked.finding(new MxTargetDangling(), all).severity()).isEqualTo(Severity.ERROR);
    Asked.isNotApplicable(new DomainUnreachable(), all);
  }

  @Test
  void duplicatesOfNameAndAddressDiffer() {
    MailDomain name = domain().host("mx.example.org", 10, at("192.0.2.1"));
    name.dns.mx("example.org", 20, "mx.example.org");
    MailDomain address =
        domain()
            .host("mx1.example.org", 10, at("192.0.2.1"))
            .host("mx2.example.org", 20, at("192.0.2.1"));

    assertThat(Asked.finding(new MxDuplicate(), name).evidence())
        .containsExactly("example.org MX 10 mx.example.org", "example.org MX 20 mx.example.org");
    assertThat(Asked.finding(new MxDuplicate(), address).id()).isEqualTo("mx-duplicate/address");
  }
}
