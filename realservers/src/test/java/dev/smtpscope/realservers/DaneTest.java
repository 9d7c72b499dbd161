package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.judge.Contexts;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.judge.sender.Delivery;
import dev.smtpscope.judge.sender.Prediction;
import dev.smtpscope.judge.sender.Sender;
import dev.smtpscope.judge.sender.SenderTable;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.scan.ThreadKind;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.TargetParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we say of TLSA records and of senders is what Postfix does. */
class DaneTest {
  private static final List<DaneCase> CASES = DaneCases.all();
  private static final Map<String, Contexts> CHECKED = new ConcurrentHashMap<>();
  private static Optional<DaneNetwork> network = Optional.empty();
  private static List<Sent> sent = List.of();

  @BeforeAll
  static void start() {
    DaneNetwork running = RealServers.available(() -> DaneNetwork.start(CASES));
    network = Optional.of(running);
    sent = running.send(CASES);
  }

  @AfterAll
  static void stop() {
    network.ifPresent(DaneNetwork::close);
  }

  static List<DaneCase> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void posttlsFingerAgrees(DaneCase c) {
    PosttlsFinger.Result finger = network.orElseThrow().finger(c);
    Prediction ours = prediction(c, Sender.DANE);

    Optional<PosttlsFinger.Trust> trust = finger.summary().map(PosttlsFinger.Summary::trust);
    assertThat(trust.filter(t -> t == PosttlsFinger.Trust.VERIFIED).isPresent())
        .as(ours + "\n" + finger.output())
        .isEqualTo(ours.delivery() == Delivery.AUTHENTICATED);
    if (ours.delivery() == Delivery.ENCRYPTED) {
      assertThat(trust).as(finger.output()).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSenderThatMayEncryptDoesAsPredicted(DaneCase c) {
    isAsPredicted(c, "may", prediction(c, Sender.OPPORTUNISTIC).delivery());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSenderThatKnowsDaneDoesAsPredicted(DaneCase c) {
    isAsPredicted(c, "dane", prediction(c, Sender.DANE).delivery());
  }

  /** Those whose server we asked for by the name that such a sender asks for. */
  static List<DaneCase> casesWithoutAlias() {
    return CASES.stream().filter(c -> !c.alias()).toList();
  }

  @ParameterizedTest
  @MethodSource("casesWithoutAlias")
  void aSenderThatVerifiesDoesAsPredicted(DaneCase c) {
    isAsPredicted(c, "secure", prediction(c, Sender.VERIFIED_TLS).delivery());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSenderThatMustEncryptDeliversWhereThereIsTls(DaneCase c) {
    boolean tls = prediction(c, Sender.OPPORTUNISTIC).delivery() == Delivery.ENCRYPTED;
    assertThat(sent(c, "encrypt").status()).isEqualTo(tls ? "sent" : "deferred");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSenderThatInsistsOnDaneDeliversWhereItAuthenticates(DaneCase c) {
    boolean delivers = prediction(c, Sender.DANE).delivery() == Delivery.AUTHENTICATED;
    assertThat(sent(c, "dane-only").status())
        .as(sent(c, "dane-only").toString())
        .isEqualTo(delivers ? "sent" : "deferred");
  }

  private static void isAsPredicted(DaneCase c, String level, Delivery predicted) {
    Sent real = sent(c, level);
    assertThat(delivery(real)).as(real.toString()).isEqualTo(predicted);
  }

  private static Delivery delivery(Sent real) {
    return switch (real.status()) {
      case "sent" ->
          real.trust()
              .map(t -> t.equals("Verified") ? Delivery.AUTHENTICATED : Delivery.ENCRYPTED)
              .orElse(Delivery.PLAIN_TEXT);
      case "deferred" -> Delivery.DEFERRED;
      case "bounced" -> Delivery.BOUNCED;
      default -> throw new AssertionError(real);
    };
  }

  private static Sent sent(DaneCase c, String level) {
    return sent.stream()
        .filter(s -> s.domain().equals(c.domain()))
        .filter(s -> s.transport().equals(DaneNetwork.transport(level)))
        .findFirst()
        .orElseThrow();
  }

  private static Prediction prediction(DaneCase c, Sender sender) {
    return SenderTable.of(contexts(c).domain().orElseThrow()).whole(sender);
  }

  private static Contexts contexts(DaneCase c) {
    return CHECKED.computeIfAbsent(c.domain(), DaneTest::check);
  }

  private static Contexts check(String domain) {
    DnsVillage dns = network.orElseThrow().dns;
    var scanner =
        new Scanner(
            Scans.PLAIN, NameService.of(dns.client(dns.plainResolver())), ThreadKind.VIRTUAL);
    var anchors = TrustAnchors.of("test", List.of(DaneCases.CA.root().certificate()));
    try {
      var target = new TargetParser(TargetParser.Overrides.NONE).parse("domain:" + domain);
      return Contexts.of(scanner.scan(target, ScanListener.NONE), Ruleset.standard(anchors));
    } catch (InvalidTargetException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
