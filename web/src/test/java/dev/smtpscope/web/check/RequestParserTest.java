package dev.smtpscope.web.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.AddressFilter.Family;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
  private final RequestParser parser = new RequestParser(CheckLimits.PUBLIC);

  @Test
  void needsNothingButATarget() throws Exception {
    CheckRequest request = parser.parse(Map.of("target", " mail.example.org "));
    assertThat(request.target().input()).isEqualTo("mail.example.org");
    assertThat(request.target().services()).map(Service::port).containsExactly(25, 465, 587);
    ScanChoices choices = request.choices();
    assertThat(choices.addresses())
        .isEqualTo(
            new AddressFilter(
                Family.ANY,
                Optional.empty(),
                CheckLimits.PUBLIC.addresses(),
                CheckLimits.PUBLIC.hosts()));
    assertThat(choices.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(choices.sni()).isEqualTo(new ServerNameIndication.FollowHost());
    assertThat(choices.referenceName()).isEmpty();
    assertThat(choices.ehloName()).isEmpty();
    assertThat(choices.profile()).isEqualTo("smtpscope");
  }

  @Test
  void blankWordsCountAsNone() throws Exception {
    Map<String, String> blank =
        RequestParser.FIELDS.stream().collect(Collectors.toMap(field -> field, field -> " "));
    blank.put("target", "mail.example.org");
    assertThat(parser.parse(blank)).isEqualTo(parser.parse(Map.of("target", "mail.example.org")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"25|25", "587,25|587 25", " 25 , 465 |25 465", "25,25,587,25|25 587", "65535|65535"})
  void readsPortsInTheirOrderAndEachOnce(String words, String ports) throws Exception {
    assertThat(services("ports", words))
        .map(service -> String.valueOf(service.port()))
        .containsExactly(ports.split(" ", -1));
  }

  @Test
  void readsRoleAndTls() throws Exception {
    for (Role role : Role.values()) {
      assertThat(services("role", role.id())).map(Service::role).containsOnly(role);
    }
    for (TlsMode mode : TlsMode.values()) {
      assertThat(services("tls", mode.id())).map(Service::tls).containsOnly(mode);
    }
    assertThat(services("role", "MX")).map(Service::role).containsOnly(Role.MX);
  }

  @Test
  void readsWhichAddresses() throws Exception {
    for (String word : List.of("4", "ipv4", "IPv4")) {
      assertThat(choices("family", word).addresses().family()).isEqualTo(Family.V4);
    }
    for (String word : List.of("6", "ipv6")) {
      assertThat(choices("family", word).addresses().family()).isEqualTo(Family.V6);
    }
    assertThat(choices("family", "any").addresses().family()).isEqualTo(Family.ANY);
    assertThat(choices("address", "2001:db8::1").addresses().only())
        .contains(InetAddress.ofLiteral("2001:db8::1"));
    assertThat(choices("maxAddresses", "1").addresses().cap()).isEqualTo(1);
    assertThat(choices("maxAddresses", "8").addresses().cap()).isEqualTo(8);
  }

  @Test
  void readsNames() throws Exception {
    assertThat(choices("sni", "none").sni()).isEqualTo(new ServerNameIndication.None());
    assertThat(choices("sni", "mx.example.net").sni())
        .isEqualTo(new ServerNameIndication.Fixed(new HostName("mx.example.net")));
    assertThat(choices("name", "mx.example.net").referenceName())
        .contains(new HostName("mx.example.net"));
    for (String word : List.of("probe.example.net", "[192.0.2.1]", "[IPv6:2001:db8::1]")) {
      assertThat(choices("ehlo", word).ehloName()).contains(new EhloName(word));
    }
  }

  @ParameterizedTest
  @CsvSource({"5,5000", "5s,5000", "500ms,500", "1m,60000", "60,60000"})
  void readsTheTimeout(String word, long millis) throws Exception {
    assertThat(choices("timeout", word).timeout()).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void readsTheProfile() throws Exception {
    assertThat(choices("profile", "strict").profile()).isEqualTo("strict");
    assertThat(choices("profile", "STRICT").profile()).isEqualTo("strict");
    assertThat(choices("profile", "strict, ncsc-nl").profile()).isEqualTo("strict,ncsc-nl");
  }

  @Test
  void readsTheTlsAudit() throws Exception {
    assertThat(choices("tlsAudit", "").tlsAudit()).isEmpty();
    assertThat(choices("tlsAudit", "quick").tlsAudit()).contains(AuditDepth.QUICK);
    assertThat(refused("tlsAudit", "full")).hasMessageContaining("made here is quick");
    RequestParser patient = new RequestParser(CheckLimits.PRIVATE);
    assertThat(
            patient
                .parse(Map.of("target", "mail.example.org", "tlsAudit", "full"))
                .choices()
                .tlsAudit())
        .contains(AuditDepth.FULL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "target|a b|host",
        "target|http://mail.example.org|smtp://",
        "target|smtp://u:p@mail.example.org|passwords",
        "target|mail.example.org:0|port",
        "target|[::1|no valid IP address",
        "ports|0|1 to 65535",
        "ports|65536|1 to 65535",
        "ports|-1|1 to 65535",
        "ports|25;587|'25;587' is not a port",
        "ports|25,|'' is not a port",
        "ports|25 587|is not a port",
        "ports|smtp|'smtp' is not a port",
        "ports|٢٥|is not a port",
        "ports|1,2,3,4,5,6,7,8,9|at most 8 ports",
        "role|sender|mx, submission, submissions",
        "tls|always|is none of",
        "family|5|any, 4, 6",
        "address|192.0.2|is not an IP address",
        "address|mail.example.org|192.0.2.1 or 2001:db8::1",
        "maxAddresses|0|at least 1",
        "maxAddresses|9|at most 8",
        "maxAddresses|two|is not a whole number",
        "maxAddresses|9999999999|is not a whole number",
        "sni|192.0.2.1|is not a host name",
        "sni|a:25|is not a host name",
        "name|user@mail.example.org|is not a host name",
        "name|smtp://mail.example.org|is not a host name",
        "ehlo|a b|mail.example.org or [192.0.2.1]",
        "ehlo|[a]|mail.example.org or [192.0.2.1]",
        "timeout|61|at most",
        "timeout|2m|at most",
        "timeout|0|no time at all",
        "timeout|0ms|no time at all",
        "timeout|1h|write 5, 5s, 500ms or 2m",
        "timeout|1.5s|is not a duration",
        "timeout|99999999999s|is not a duration",
        "profile|lax|smtpscope, strict",
        "profile|strict,smtpscope|at a time",
        "tlsAudit|slow|quick, full, deep"
      })
  void tellsInOneLineWhatIsWrongAndWhatWouldBeRight(String field, String word, String part) {
    BadRequestException e = refused(field, word);
    assertThat(e.field()).isEqualTo(field);
    assertThat(e.getMessage()).hasLineCount(1).contains(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1,6", "2001:db8::1,4"})
  void anAddressOfTheOtherIpVersionIsAContradiction(String both) {
    String[] words = both.split(",", -1);
    BadRequestException e =
        refused(Map.of("target", "a.example", "address", words[0], "family", words[1]));
    assertThat(e.field()).isEqualTo("address");
  }

  @Test
  void namesTheOptionsWhereOneIsUnknown() {
    BadRequestException e = refused("port", "25");
    assertThat(e.field()).isEqualTo("port");
    assertThat(e.getMessage()).startsWith("'port' is no option").contains(RequestParser.FIELDS);
  }

  @Test
  void neverGivesBackWhatCouldEndALineOrFillAScreen() {
    String hostile = "a\r\nX: y\u001b[31m\u202e" + "b".repeat(5000);
    for (String field : RequestParser.FIELDS) {
      assertThat(refused(field, hostile).getMessage()).as(field).matches("\\P{Cntrl}{1,500}");
    }
    BadRequestException unknown = refused(hostile, "x");
    assertThat(unknown.getMessage()).matches("\\P{Cntrl}{1,500}").doesNotContain("\u202e");
    assertThat(unknown.field()).matches("\\P{Cntrl}{1,200}").doesNotContain("\u202e");
  }

  @Test
  void readsNoEndlessListOfPorts() {
    String many =
        IntStream.rangeClosed(1, 60_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertThat(refused("ports", many).getMessage()).isEqualTo("more than 100 ports");
  }

  private List<Service> services(String field, String word) throws BadRequestException {
    return parser.parse(Map.of("target", "mail.example.org", field, word)).target().services();
  }

  private ScanChoices choices(String field, String word) throws BadRequestException {
    return parser.parse(Map.of("target", "mail.example.org", field, word)).choices();
  }

  private BadRequestException refused(String field, String word) {
    Map<String, String> words = new HashMap<>(Map.of("target", "mail.example.org"));
    words.put(field, word);
    return refused(words);
  }

  private BadRequestException refused(Map<String, String> words) {
    BadRequestException e =
        catchThrowableOfType(BadRequestException.class, () -> parser.parse(words));
    assertThat(e).as(words.toString()).isNotNull();
    return e;
  }
}
