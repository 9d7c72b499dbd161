package dev.smtpscope.render;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.fixture.Audited;
import dev.smtpscope.judge.AuditInsight;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.judge.audit.Attack;
import dev.smtpscope.judge.audit.Grading;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.Openness;
import dev.smtpscope.judge.guideline.Guidelines;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.report.Report;
import dev.smtpscope.text.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports on servers of every sort, with verdicts made by hand so that no check changes them. */
public final class Samples {
  private Samples() {}

  /** Every sample by the name of its golden files. */
  public static Map<String, Report> all() {
    Map<String, Report> all = new LinkedHashMap<>();
    all.put("good", good());
    all.put("bad-certificate", badCertificate());
    all.put("unreachable", unreachable());
    all.put("hostile", hostile());
    all.put("addresses", addresses());
    all.put("literal", literal());
    all.put("wrong-protocol", wrongProtocol());
    all.put("client-certificate", clientCertificate());
    all.put("no-address", noAddress());
    all.put("domain", domain());
    all.put("audit", audit());
    return all;
  }

  public static Report good() {
    EndpointFacts relay = SampleFacts.postfix("192.0.2.10", 25, SampleFacts.certificate(63));
    EndpointFacts implicit = SampleFacts.implicit("192.0.2.10", 465, SampleFacts.certificate(63));
    EndpointFacts closed = SampleFacts.dialled("192.0.2.10", 587, new DialOutcome.Refused());
    return report(
        SampleFacts.host("mail.example.org", relay, implicit, closed), TRUSTED, List.of());
  }

  static Report badCertificate() {
    EndpointFacts relay = SampleFacts.postfix("192.0.2.10", 25, SampleFacts.certificate(-12));
    EndpointFacts submission = SampleFacts.postfix("192.0.2.10", 587, SampleFacts.certificate(-12));
    List<Finding> findings = new ArrayList<>();
    findings.add(expired(relay, Severity.WARNING));
    findings.add(expired(submission, Severity.ERROR));
    findings.add(selfSigned(relay));
    findings.add(selfSigned(submission));
    return report(
        SampleFacts.host("mail.example.org", relay, submission),
        new PathVerdict.SelfSigned(),
        findings);
  }

  static Report unreachable() {
    return report(
        SampleFacts.host(
            "mail.example.org",
            SampleFacts.dialled("192.0.2.10", 25, new DialOutcome.TimedOut(Duration.ofSeconds(10))),
            SampleFacts.dialled("192.0.2.10", 465, new DialOutcome.Refused()),
            SampleFacts.dialled(
                "192.0.2.10", 587, new DialOutcome.Unreachable("no route to host"))),
        new PathVerdict.Unreadable(),
        List.of());
  }

  public static Report hostile() {
    EndpointFacts endpoint =
        SampleFacts.greeting(
            "192.0.2.66", 25, SampleFacts.replied(220, HOSTILE.toArray(String[]::new)));
    List<Finding> findings = new ArrayList<>();
    for (String text : HOSTILE) {
      findings.add(
          new Finding(
              "sample-hostile",
              Severity.WARNING,
              new Subject.OfEndpoint(endpoint.endpoint()),
              "The server said " + text,
              List.of("S: 220 " + text),
              "It says " + text,
              new Fix(
                  "Never mind " + text,
                  Optional.of(new Fix.Configuration("Postfix", text, List.of(text, "```", text)))),
              List.of(new Reference(text, Optional.of("https://www.rfc-editor.org/rfc/rfc5321"))),
              "printf '%s' '" + text + "'"));
    }
    return report(
        SampleFacts.host("mail.example.org", endpoint), new PathVerdict.Unreadable(), findings);
  }

  static Report addresses() {
    EndpointFacts good = SampleFacts.postfix("192.0.2.10", 25, SampleFacts.certificate(63));
    EndpointFacts other =
        SampleFacts.postfix(
            "2001:db8:1234:5678:9abc:def0:1234:5678", 25, SampleFacts.certificate(9));
    EndpointFacts silent =
        SampleFacts.greeting(
            "2001:db8::25", 25, new Answer.Silent(Duration.ofSeconds(30), "220-wait"));
    return report(
        SampleFacts.host("mail.example.org", good, other, silent),
        new PathVerdict.Incomplete(
            List.of(new PathVerdict.Link("CN=mail.example.org", "ab".repeat(32), 0)),
            "CN=Example Intermediate,O=Example",
            List.of("http://ca.example/intermediate.der")),
        List.of(selfSigned(good), selfSigned(other)));
  }

  static Report literal() {
    EndpointFacts implicit = SampleFacts.implicit("192.0.2.10", 465, SampleFacts.certificate(63));
    Facts named = SampleFacts.host("mail.example.org", implicit);
    return report(SampleFacts.unnamed(named), new PathVerdict.Unreadable(), List.of());
  }

  static Report wrongProtocol() {
    EndpointFacts ssh =
        SampleFacts.greeting(
            "192.0.2.10",
            25,
            new Answer.NotSmtp(PeerProtocol.SSH, "SSH-2.0-OpenSSH_9.9\\x0D\\x0A"));
    EndpointFacts plain =
        SampleFacts.brokenTls(
            "192.0.2.10",
            465,
            new TlsOutcome.Failed(
                new HandshakeFailure.NotTls(PeerProtocol.SMTP, "220 mail.example.org ESMTP"),
                Optional.<TlsVersion>empty(),
                List.of()));
    return report(
        SampleFacts.host("mail.example.org", ssh, plain), new PathVerdict.Unreadable(), List.of());
  }

  /** The certificates of a handshake that failed are worth a look too. */
  static Report clientCertificate() {
    EndpointFacts demanding =
        SampleFacts.brokenTls(
            "192.0.2.10",
            465,
            new TlsOutcome.Failed(
                new HandshakeFailure.AlertReceived(new TlsAlert(116, "certificate_required")),
                Optional.of(TlsVersion.TLS_1_3),
                List.of(SampleFacts.certificate(63))));
    return report(
        SampleFacts.host("mail.example.org", demanding), new PathVerdict.Unreadable(), List.of());
  }

  /** A server that was audited, with a bit of everything. */
  public static Report audit() {
    EndpointFacts relay =
        SampleFacts.postfix("192.0.2.10", 25, SampleFacts.certificate(63)).with(audited());
    Report plain = report(SampleFacts.host("mail.example.org", relay), TRUSTED, List.of());
    Offering offering = Offering.of(relay).orElseThrow();
    AuditInsight insight =
        new AuditInsight(
            Arrays.stream(Attack.values()).map(a -> new Openness(a, a.against(offering))).toList(),
            Stream.of("rfc9325", "ncsc-nl").map(n -> Guidelines.judge(n, offering)).toList(),
            Grading.of(offering, false, Optional.empty()));
    return new Report(
        plain.facts(),
        plain.rules(),
        new Verdicts(
            List.of(
                new EndpointInsight(
                    relay.endpoint(),
                    Optional.of(POSTFIX),
                    Optional.of(TRUSTED),
                    Optional.of(insight))),
            plain.verdicts().results()));
  }

  private static TlsAudit audited() {
    return Audited.good()
        .accepts(TlsVersion.TLS_1_2, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")
        .accepts(TlsVersion.TLS_1_2, "TLS_RSA_WITH_3DES_EDE_CBC_SHA")
        .accepts(TlsVersion.TLS_1_0, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")
        .speaks(TlsVersion.SSL_3, Trait.unknown("no answer within 10 s"))
        .prime("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", 1024, "RFC 2409 Oakley group 2")
        .preference(Preference.CLIENT)
        .has(Feature.FALLBACK_SCSV, Trait.unknown("454 4.7.0 too many new TLS sessions"))
        .chain(ServedChain.Asked.ECDSA, Trait.no("alert 40 handshake_failure"), List.of())
        .chain(
            ServedChain.Asked.NO_NAME,
            Trait.yes("the same certificate"),
            List.of(SampleFacts.certificate(63)))
        .shows(ActiveTest.HEARTBLEED, Trait.no("the extension was not answered"))
        .endedEarly("454 4.7.0 Error: too many new TLS sessions", "fallback SCSV", "SSLv3")
        .facts();
  }

  /** A whole mail domain. */
  public static Report domain() {
    SampleDomain domain = new SampleDomain();
    Facts facts = domain.facts();
    Finding unreachable =
        new Finding(
            "host-unreachable",
            Severity.WARNING,
            new Subject.OfHost("mx2.example.org"),
            "mx2.example.org does not answer",
            List.of("198.51.100.20:25 no answer in 10 s"),
            "Mail waits while mx1.example.org is away.",
            new Fix("Open port 25, or take the MX record away.", Optional.empty()),
            List.of(Reference.rfc(5321, "5.1")),
            "dig example.org MX");
    Report hosts = report(facts, TRUSTED, List.of(unreachable));
    return new Report(
        facts,
        hosts.rules(),
        new Verdicts(
            hosts.verdicts().insights(),
            hosts.verdicts().results(),
            domain.dane(),
            Optional.of(domain.insight())));
  }

  static Report noAddress() {
    Lookup lookup = new Lookup.NotFound("no A or AAAA record", Duration.ofMillis(12));
    return report(
        SampleFacts.lookup("nowhere.example.org", lookup), new PathVerdict.Unreadable(), List.of());
  }

  /** What a server might say to trick a terminal, a Markdown page or a log. */
  public static final List<String> HOSTILE =
      Stream.of(
              "<script>alert(1)</script> <img src=x onerror=alert(1)>",
              "\u001b[31mred\u001b[0m \u0007bell \u202Egnp.exe \u200Bhidden",
              "[click](https://evil.example/) ![x](https://evil.example/x.png)",
              "https://evil.example/ www.evil.example user@evil.example <https://evil.example>",
              "`code` ``more`` ```fence``` ~~~ **bold** _it_ ~~gone~~ | cell | # head",
              "# heading",
              "> quote",
              "- item",
              "1. item",
              "---",
              "===",
              "    indented",
              "&lt;b&gt;",
              "| a | b |",
              "[ref]: https://evil.example/",
              "\\` \\| trailing backslash \\",
              "<!-- comment",
              "$(reboot) '; rm -rf ~ #",
              "あいう ünïcödé 👍 " + "x".repeat(200))
          .map(text -> Visible.of(text.getBytes(StandardCharsets.UTF_8)))
          .toList();

  private static final PathVerdict TRUSTED =
      new PathVerdict.Trusted(
          List.of(
              new PathVerdict.Link("CN=mail.example.org", "a1b2".repeat(16), 0),
              new PathVerdict.Link("CN=Example Issuing CA 3,O=Example", "ab".repeat(32), 1),
              new PathVerdict.Link("CN=Example Root,O=Example", "cd".repeat(32), -1)));

  private static final TrustAnchors NO_ROOTS = TrustAnchors.of("JDK trust store", List.of());

  private static Finding expired(EndpointFacts endpoint, Severity severity) {
    return new Finding(
        "certificate-expired",
        severity,
        new Subject.OfEndpoint(endpoint.endpoint()),
        "The certificate expired 12 days ago",
        List.of("notAfter 2026-06-03T12:00:00Z, looked at 2026-06-15T12:00:00Z"),
        "Clients that check certificates break off, and users see a warning in their mail program.",
        new Fix(
            "Renew the certificate, and have the renewal run by itself well before the end.",
            Optional.of(
                new Fix.Configuration(
                    "Postfix",
                    "/etc/postfix/main.cf",
                    List.of(
                        "smtpd_tls_chain_files =",
                        "    /etc/letsencrypt/live/mail.example.org/privkey.pem,",
                        "    /etc/letsencrypt/live/mail.example.org/fullchain.pem")))),
        List.of(Reference.rfc(5280, "4.1.2.5"), Reference.rfc(8314, "3")),
        "openssl s_client -starttls smtp -connect "
            + endpoint.endpoint()
            + " -servername mail.example.org </dev/null | openssl x509 -noout -dates");
  }

  private static Finding selfSigned(EndpointFacts endpoint) {
    return new Finding(
        "certificate-self-signed",
        Severity.NOTICE,
        new Subject.OfEndpoint(endpoint.endpoint()),
        "The certificate is self-signed",
        List.of("issuer equals subject: CN=mail.example.org"),
        "Nobody vouches for the key.",
        new Fix("Get a certificate from a public authority.", Optional.empty()),
        List.of(),
        "");
  }

  private static Report report(Facts facts, PathVerdict path, List<Finding> findings) {
    List<CheckResult> results = new ArrayList<>();
    findings.forEach(f -> results.add(new CheckResult(f.id(), f.subject(), Judgement.fail(f))));
    for (EndpointFacts endpoint : facts.endpoints()) {
      Subject subject = new Subject.OfEndpoint(endpoint.endpoint());
      results.add(
          endpoint.hello().isAccepted() || endpoint.helloInTls().isAccepted()
              ? new CheckResult("ehlo-missing", subject, Judgement.pass())
              : new CheckResult(
                  "ehlo-missing",
                  subject,
                  new Judgement.Inconclusive("the conversation did not get to EHLO")));
      results.add(
          new CheckResult(
              "auth-missing", subject, new Judgement.NotApplicable("port 25 is for relaying")));
    }
    List<EndpointInsight> insights = facts.endpoints().stream().map(e -> insight(e, path)).toList();
    Ruleset rules = Ruleset.standard(NO_ROOTS);
    return new Report(facts, rules, new Verdicts(insights, results));
  }

  private static EndpointInsight insight(EndpointFacts endpoint, PathVerdict path) {
    boolean postfix = endpoint.greeting().isPositive();
    Endpoint where = endpoint.endpoint();
    return new EndpointInsight(
        where,
        postfix ? Optional.of(POSTFIX) : Optional.empty(),
        endpoint.session().map(session -> path),
        Optional.empty());
  }

  private static final Software POSTFIX =
      new Software(
          Product.POSTFIX,
          Optional.of("3.9.1"),
          Software.Certainty.STATED,
          List.of("the greeting says \"ESMTP Postfix\"", "PIPELINING leads the EHLO reply"));
}
