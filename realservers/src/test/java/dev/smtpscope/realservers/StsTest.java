package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.judge.Contexts;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.judge.sender.Prediction;
import dev.smtpscope.judge.sender.ResultType;
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

/** MTA-STS from the record to the prediction, with policies that a real web server serves. */
class StsTest {
  private static final List<StsCase> CASES = StsCases.all();
  private static final int CURL_PEER_FAILED_VERIFICATION = 60;
  private static final Map<String, DomainContext> CHECKED = new ConcurrentHashMap<>();
  private static Optional<StsNetwork> network = Optional.empty();

  @BeforeAll
  static void start() {
    network = Optional.of(RealServers.available(() -> StsNetwork.start(CASES)));
  }

  @AfterAll
  static void stop() {
    network.ifPresent(StsNetwork::close);
  }

  static List<StsCase> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void senderThatFollowsPoliciesDoesAsTheStandardSays(StsCase c) {
    Prediction prediction = SenderTable.of(context(c)).whole(Sender.MTA_STS);

    assertThat(prediction.delivery()).as(prediction.reason()).isEqualTo(c.delivery());
    assertThat(prediction.failure()).as(prediction.reason()).isEqualTo(c.failure());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void curlAgreesOnWhetherThePolicyCanBeHad(StsCase c) {
    if (MtaSts.of(context(c)) instanceof MtaSts.Absent) {
      return;
    }
    Command.Output curl = network.orElseThrow().curl(c);

    assertThat(failure(context(c))).as(curl.text()).isEqualTo(failure(curl));
  }

  private static Optional<ResultType> failure(DomainContext context) {
    return MtaSts.of(context) instanceof MtaSts.Broken(var type, var problem)
            && type != ResultType.STS_POLICY_INVALID
        ? Optional.of(type)
        : Optional.empty();
  }

  private static Optional<ResultType> failure(Command.Output curl) {
    if (curl.status() == CURL_PEER_FAILED_VERIFICATION) {
      return Optional.of(ResultType.STS_WEBPKI_INVALID);
    }
    return curl.status() == 0 && curl.text().equals("200")
        ? Optional.empty()
        : Optional.of(ResultType.STS_POLICY_FETCH_ERROR);
  }

  private static DomainContext context(StsCase c) {
    return CHECKED.computeIfAbsent(c.domain(), StsTest::check);
  }

  private static DomainContext check(String domain) {
    DnsVillage dns = network.orElseThrow().dns;
    var scanner =
        new Scanner(
            Scans.PLAIN, NameService.of(dns.client(dns.plainResolver())), ThreadKind.VIRTUAL);
    var anchors = TrustAnchors.of("test", List.of(StsCases.CA.root().certificate()));
    try {
      var target = new TargetParser(TargetParser.Overrides.NONE).parse("domain:" + domain);
      return Contexts.of(scanner.scan(target, ScanListener.NONE), Ruleset.standard(anchors))
          .domain()
          .orElseThrow();
    } catch (InvalidTargetException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
