package dev.smtpscope.render;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.facts.TranscriptLine.Direction;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Facts as a scan would have recorded them. */
final class SampleFacts {
  static final Instant AT = Instant.parse("2026-06-15T12:00:00Z");
  private static final HostName NAME = new HostName("mail.example.org");

  private SampleFacts() {}

  static Answer replied(int code, String... lines) {
    return new Answer.Replied(new Reply(code, List.of(lines)));
  }

  static EndpointFacts dialled(String address, int port, DialOutcome outcome) {
    return facts(address, port, outcome, unasked(), new TlsOutcome.NotReached("no connection"));
  }

  static EndpointFacts greeting(String address, int port, Answer greeting) {
    return facts(
        address,
        port,
        new DialOutcome.Connected(),
        greeting,
        new TlsOutcome.NotReached("no usable greeting"));
  }

  static EndpointFacts brokenTls(String address, int port, TlsOutcome tls) {
    return facts(address, port, new DialOutcome.Connected(), unasked(), tls);
  }

  static EndpointFacts postfix(String address, int port, PeerCertificate certificate) {
    return new EndpointFacts(
        endpoint(address, port),
        new DialOutcome.Connected(),
        replied(220, "mail.example.org ESMTP Postfix (3.9.1)"),
        hello("PIPELINING", "SIZE 10240000", "VRFY", "ETRN", "STARTTLS", "8BITMIME", "DSN"),
        new TlsOutcome.Established(session(certificate)),
        hello(
            "PIPELINING",
            "SIZE 10240000",
            "VRFY",
            "ETRN",
            "AUTH PLAIN LOGIN",
            "AUTH=PLAIN LOGIN",
            "8BITMIME",
            "DSN",
            "SMTPUTF8",
            "X-UNHEARD-OF 1"),
        replied(221, "2.0.0 Bye"),
        List.of(),
        timings(),
        transcript(),
        Duration.ofMillis(143),
        Optional.empty());
  }

  static EndpointFacts implicit(String address, int port, PeerCertificate certificate) {
    EndpointFacts plain = postfix(address, port, certificate);
    return new EndpointFacts(
        plain.endpoint(),
        plain.dial(),
        plain.greeting(),
        Hello.notAsked("TLS comes first"),
        plain.tls(),
        plain.helloInTls(),
        plain.quit(),
        List.of(),
        plain.timings(),
        plain.transcript(),
        plain.elapsed(),
        plain.audit());
  }

  static PeerCertificate certificate(int daysLeft) {
    byte[] der = ("certificate " + daysLeft).getBytes(StandardCharsets.US_ASCII);
    return new PeerCertificate(
        Bytes.of(der), "a1b2".repeat(16), Optional.of(details(AT.plus(Duration.ofDays(daysLeft)))));
  }

  static Facts host(String name, EndpointFacts... endpoints) {
    List<InetAddress> addresses = addresses(List.of(endpoints));
    return facts(
        new Host.Name(new HostName(name)),
        new Lookup.Found(addresses, Duration.ofMillis(8)),
        new AddressChoice(addresses, List.of(), ""),
        endpoints);
  }

  static Facts lookup(String name, Lookup lookup) {
    return facts(
        new Host.Name(new HostName(name)), lookup, new AddressChoice(List.of(), List.of(), ""));
  }

  static Facts unnamed(Facts named) {
    MailHost host = named.hosts().getFirst();
    InetAddress address = host.addresses().tested().getFirst();
    return facts(
        new Host.Literal(address),
        Optional.empty(),
        new Lookup.Literal(address),
        host.addresses(),
        named.endpoints().toArray(EndpointFacts[]::new));
  }

  private static Facts facts(
      Host host, Lookup lookup, AddressChoice addresses, EndpointFacts... endpoints) {
    return facts(host, Optional.of(NAME), lookup, addresses, endpoints);
  }

  private static Facts facts(
      Host host,
      Optional<HostName> name,
      Lookup lookup,
      AddressChoice addresses,
      EndpointFacts... endpoints) {
    List<Service> services =
        List.of(endpoints).stream().map(e -> e.endpoint().service()).distinct().toList();
    return new Facts(
        Facts.SCHEMA,
        AT,
        Target.host(host.toString(), host, services),
        Optional.of("client.example.net"),
        Route.to(
            MailHost.of(name, services, lookup, addresses),
            name.isPresent() ? "it has no MX records" : "an address was given"),
        List.of(endpoints),
        NameRecords.NONE,
        Duration.ofMillis(412),
        false);
  }

  private static List<InetAddress> addresses(List<EndpointFacts> endpoints) {
    return endpoints.stream().map(e -> e.endpoint().address()).distinct().toList();
  }

  private static EndpointFacts facts(
      String address, int port, DialOutcome dial, Answer greeting, TlsOutcome tls) {
    return new EndpointFacts(
        endpoint(address, port),
        dial,
        greeting,
        Hello.notAsked("no usable greeting"),
        tls,
        Hello.notAsked("no usable greeting"),
        unasked(),
        List.of(),
        List.of(new StageTime(Stage.CONNECT, Duration.ZERO, Duration.ofMillis(31))),
        spoken(greeting),
        Duration.ofMillis(31),
        Optional.empty());
  }

  private static List<TranscriptLine> spoken(Answer greeting) {
    List<TranscriptLine> lines = new ArrayList<>();
    lines.add(new TranscriptLine(Duration.ZERO, Direction.EVENT, false, "dialling"));
    greeting
        .received()
        .ifPresent(reply ->
            reply
                .lines()
                .forEach(line ->
                    lines.add(
                        new TranscriptLine(
                            Duration.ofMillis(31), Direction.SERVER, false, "220-" + line))));
    return lines;
  }

  private static Answer unasked() {
    return new Answer.NotAsked("no usable greeting");
  }

  private static Endpoint endpoint(String address, int port) {
    return new Endpoint(InetAddress.ofLiteral(address), Service.onPort(port));
  }

  private static Hello hello(String... capabilities) {
    List<String> lines = new ArrayList<>(List.of("mail.example.org"));
    lines.addAll(List.of(capabilities));
    Reply reply = new Reply(250, lines);
    return new Hello(
        new Answer.Replied(reply), new Answer.NotAsked("EHLO is known"), Capabilities.of(reply));
  }

  private static TlsSession session(PeerCertificate certificate) {
    return new TlsSession(
        TlsVersion.TLS_1_3,
        new CipherSuite(0x1302, "TLS_AES_256_GCM_SHA384"),
        Optional.of(new NamedGroup(0x11ec, "X25519MLKEM768", OptionalInt.empty())),
        Optional.of(new SignatureScheme(0x0804, "rsa_pss_rsae_sha256")),
        List.of(certificate),
        Optional.of(staple()),
        2,
        true,
        true,
        Optional.empty(),
        Optional.of("mail.example.org"),
        Optional.empty());
  }

  private static OcspStaple staple() {
    return new OcspStaple(
        Bytes.of(new byte[] {1}),
        new OcspStaple.Content.Answered(
            true,
            new OcspStaple.Status.Good(),
            Instant.parse("2026-06-14T06:00:00Z"),
            Optional.of(Instant.parse("2026-06-21T06:00:00Z")),
            Instant.parse("2026-06-14T06:00:00Z"),
            "CN=Example Issuing CA 3,O=Example Trust Services,C=CH",
            OcspStaple.Signature.VALID));
  }

  private static CertificateDetails details(Instant notAfter) {
    return new CertificateDetails(
        "CN=mail.example.org",
        List.of("mail.example.org"),
        "CN=Example Issuing CA 3,O=Example Trust Services,C=CH",
        List.of(
            dns("mail.example.org"),
            dns("imap.example.org"),
            dns("*.lists.example.org"),
            new CertificateDetails.AlternativeName(
                CertificateDetails.AlternativeName.Type.IP, "192.0.2.10")),
        "04a1b2c3d4e5f60718293a4b5c6d7e8f9001",
        notAfter.minus(Duration.ofDays(90)),
        notAfter,
        new CertificateDetails.PublicKeyInfo("EC", 256, Optional.of("secp256r1")),
        "SHA256withRSA",
        List.of("digitalSignature"),
        List.of("serverAuth", "clientAuth"),
        false,
        false,
        false,
        "0f1e2d3c".repeat(8),
        List.of("http://ocsp.example/"),
        List.of("http://crl.example/3.crl"),
        List.of("http://ca.example/3.der"),
        2);
  }

  private static CertificateDetails.AlternativeName dns(String name) {
    return new CertificateDetails.AlternativeName(
        CertificateDetails.AlternativeName.Type.DNS, name);
  }

  private static List<StageTime> timings() {
    return List.of(
        time(Stage.CONNECT, 0, 12),
        time(Stage.GREETING, 12, 31),
        time(Stage.EHLO, 43, 11),
        time(Stage.STARTTLS, 54, 11),
        time(Stage.HANDSHAKE, 65, 48),
        time(Stage.EHLO_IN_TLS, 113, 12),
        time(Stage.QUIT, 125, 12));
  }

  private static StageTime time(Stage stage, int start, int millis) {
    return new StageTime(stage, Duration.ofMillis(start), Duration.ofMillis(millis));
  }

  private static List<TranscriptLine> transcript() {
    return List.of(
        line(12, Direction.EVENT, false, "connected"),
        line(43, Direction.SERVER, false, "220 mail.example.org ESMTP Postfix (3.9.1)"),
        line(43, Direction.CLIENT, false, "EHLO client.example.net"),
        line(54, Direction.SERVER, false, "250-mail.example.org"),
        line(54, Direction.SERVER, false, "250 STARTTLS"),
        line(54, Direction.CLIENT, false, "STARTTLS"),
        line(65, Direction.SERVER, false, "220 2.0.0 Ready to start TLS"),
        line(113, Direction.EVENT, false, "TLSv1.3, TLS_AES_256_GCM_SHA384"),
        line(113, Direction.CLIENT, true, "EHLO client.example.net"),
        line(125, Direction.SERVER, true, "250 mail.example.org"),
        line(125, Direction.CLIENT, true, "QUIT"),
        line(137, Direction.SERVER, true, "221 2.0.0 Bye"));
  }

  private static TranscriptLine line(int at, Direction who, boolean tls, String text) {
    return new TranscriptLine(Duration.ofMillis(at), who, tls, text);
  }
}
