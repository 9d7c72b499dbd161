package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public mode does not lead into one's own network, however its addresses are spelt. A listener
 * on every address of this machine would notice a connection.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SsrfTest {
  private final Names names =
      new Names()
          .with("localhost", "127.0.0.1", "::1")
          .with("localhost.localdomain", "127.0.0.1")
          .with("127.0.0.1.rebind.example", "127.0.0.1")
          .with("metadata.example", "169.254.169.254")
          .with("intranet.example", "10.0.0.5")
          .with("cgnat.example", "100.64.0.1")
          .with("mapped.example", "64:ff9b::7f00:1")
          .with("ula.example", "fd00::25")
          .with("multicast.example", "224.0.0.1", "ff02::1")
          .with("many.example", "192.168.0.1", "fe80::1", "0.0.0.0", "2002:7f00:1::")
          .with("xn--bcher-kva.example", "192.168.1.1")
          .with("public.example", "9.9.9.9")
          .withMx("intranet-mx.example", "intranet.example")
          .withMx("two-inner-mx.example", "metadata.example", "localhost");

  private ServerSocketChannel listener;
  private Api api;

  @BeforeAll
  void listen() throws IOException {
    listener = ServerSocketChannel.open().bind(new InetSocketAddress("::", 0));
    listener.configureBlocking(false);
    Set<Integer> ports = new java.util.HashSet<>(Access.PUBLIC.ports());
    ports.add(port());
    api = new Api(Settings.ofDns(new Access(Access.PUBLIC.addresses(), ports), names));
  }

  @AfterAll
  void stop() throws IOException {
    api.close();
    listener.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.2",
        "127.255.255.254",
        "127.1",
        "127.0.1",
        "2130706433",
        "017700000001",
        "0x7f000001",
        "0x7F.0.0.1",
        "0x7f.1",
        "0177.0.0.1",
        "0177.0.0.01",
        "00127.0.0.1",
        "127.000.000.001",
        "127.0.0.1.",
        "127.0.0.1:PORT",
        "0",
        "0.0.0.0",
        "0.0.0.0:PORT",
        "10.1",
        "10.0.0.1",
        "010.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.1",
        "3232235521",
        "100.64.0.1",
        "169.254.169.254",
        "2852039166",
        "0xa9fea9fe",
        "0xa9.0xfe.0xa9.0xfe",
        "169.254.43518",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "[::1]",
        "[::1]:PORT",
        "[0:0:0:0:0:0:0:1]",
        "0000:0000:0000:0000:0000:0000:0000:0001",
        "[::]:PORT",
        "::ffff:127.0.0.1",
        "[::ffff:127.0.0.1]:PORT",
        "::FFFF:7F00:1",
        "[0:0:0:0:0:ffff:7f00:0001]:PORT",
        "::ffff:10.0.0.1",
        "::ffff:a9fe:a9fe",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:FF9B::A9FE:A9FE",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::1",
        "2002:c0a8:1::",
        "2001:0:7f00:1::",
        "2001:0:808:808:0:0:80ff:fffe",
        "2a00:1450::5efe:7f00:1",
        "2001:db8::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%1",
        "fe80::1%lo",
        "[fe80::1%25lo]:PORT",
        "fec0::1",
        "ff02::1",
        "100::1",
        "5f00::1",
        "1:2:3:4:5:6:7:8",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "localhost:PORT",
        "localhost.localdomain",
        "root@localhost",
        "root@127.0.0.1",
        "root@[127.0.0.1]",
        "<root@[::1]>",
        "smtp://127.0.0.1",
        "smtp://127.0.0.1:PORT/",
        "SMTP://LOCALHOST",
        "smtp://mail.example.org@127.0.0.1",
        "smtp://127.0.0.1@public.example",
        "smtp://public.example#@127.0.0.1",
        "submission://[::1]:PORT",
        "smtps://0x7f000001",
        "http://127.0.0.1",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/_EHLO",
        "127.0.0.1#.public.example",
        "127.0.0.1/public.example",
        "127.0.0.1\\.public.example",
        "127.0.0.1 public.example",
        "public.example\r\n127.0.0.1",
        "127.0.0.1%00.public.example",
        "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
        "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460",
        "127\u30020\u30020\u30021",
        "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54",
        "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3",
        "b\u00fccher.example",
        "127.0.0.1.rebind.example",
        "metadata.example",
        "intranet.example",
        "cgnat.example",
        "mapped.example",
        "ula.example",
        "multicast.example",
        "many.example",
        "domain:intranet-mx.example",
        "intranet-mx.example",
        "someone@two-inner-mx.example",
        "fallback@intranet.example"
      })
  void refusesWithAReasonAndConnectsNowhere(String spelling) throws IOException {
    String target = spelling.replace("PORT", String.valueOf(port()));
    HttpResponse<String> answer = api.get(query("target", target) + "&ports=" + port());
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
    assertThat(answer.body()).containsPattern("\"detail\":\"[^\"]{20,}\"").hasLineCount(1);
    assertNoConnection();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "::1", "169.254.169.254", "::ffff:127.0.0.1", "64:ff9b::a00:1"})
  void refusesAnAddressThatIsAskedForBesideTheName(String address) throws IOException {
    HttpResponse<String> answer =
        api.get(query("target", "public.example") + "&" + parameter("address", address));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertNoConnection();
  }

  @Test
  void refusesPortsThatAreNotMailsAndNamesThoseThatAre() {
    for (String target : List.of("9.9.9.9:22", "public.example:6379", "smtp://public.example:80")) {
      HttpResponse<String> answer = api.get(query("target", target));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("is not tested here; allowed are 25, 26, 465, 587");
    }
    assertThat(api.get(query("target", "9.9.9.9") + "&ports=25,11211").statusCode()).isEqualTo(403);
  }

  @Test
  void testsWhatIsAllowedOfMixedAnswersAndSaysWhyNotTheRest() throws IOException {
    try (ScriptedSmtpServer server = ChecksApiTest.server();
        ScriptedSmtpServer inner =
            ScriptedSmtpServer.on(Loopback.address(), server.port())
                .start(dev.smtpscope.testkit.Behaviours.postfix("inner.example"))) {
      Names mixed = new Names().with("mixed.example", inner.address(), server.address());
      Access access = Settings.publicBut(server.address(), server.port());
      try (Api own = new Api(Settings.of(access, mixed))) {
        HttpResponse<String> answer =
            own.get(query("target", "mixed.example") + "&ports=" + server.port());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("not-attempted", "a loopback address (RFC 1122)");
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(inner.connections()).isZero();
    }
  }

  /** A stranger's MX records may name whom they like; only what is public is dialled. */
  @Test
  void dialsNoMailHostInside() throws IOException {
    try (ScriptedSmtpServer server = ChecksApiTest.server();
        ScriptedSmtpServer inner =
            ScriptedSmtpServer.on(Loopback.address(), server.port())
                .start(dev.smtpscope.testkit.Behaviours.postfix("inner.example"))) {
      Names zone =
          new Names()
              .withMx("mixed.example", "mx.mixed.example", "inner.mixed.example")
              .with("mx.mixed.example", server.address())
              .with("inner.mixed.example", inner.address())
              .withRecords(
                  "_mta-sts.mixed.example",
                  RecordType.TXT,
                  List.of(new RecordData.Txt("v=STSv1; id=1;", List.of("v=STSv1; id=1;"))))
              .with("mta-sts.mixed.example", inner.address());
      Access access = Settings.publicBut(server.address(), server.port());
      try (Api own = new Api(Settings.ofDns(access, zone))) {
        HttpResponse<String> answer =
            own.get(query("target", "mixed.example") + "&ports=" + server.port());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
            .contains("\"type\" : \"not-connected\"", "a loopback address (RFC 1122)");
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(inner.connections()).isZero();
    }
  }

  /** The first answer is harmless, each later one leads inside. */
  @Test
  void dialsOnlyWhatTheOneLookupGave() throws IOException {
    try (ScriptedSmtpServer server = ChecksApiTest.server();
        ScriptedSmtpServer inner =
            ScriptedSmtpServer.on(Loopback.address(), server.port())
                .start(dev.smtpscope.testkit.Behaviours.postfix("inner.example"))) {
      Rebinding names = new Rebinding(server.address(), inner.address());
      Access access = Settings.publicBut(server.address(), server.port());
      try (Api own = new Api(Settings.of(access, names))) {
        String query = query("target", "rebind.example") + "&ports=" + server.port();
        assertThat(own.get(query).statusCode()).isEqualTo(200);
        assertThat(names.answers()).hasSize(1);
        assertThat(own.get(query).statusCode()).isEqualTo(403);
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(inner.connections()).isZero();
    }
  }

  /** Were the admission to err, the dialler would still ask for the very address. */
  @Test
  void theDiallerAsksAgain() throws IOException {
    try (ScriptedSmtpServer server = ChecksApiTest.server()) {
      List<InetAddress> asked = new ArrayList<>();
      Access forgetful =
          new Access(
              address -> {
                synchronized (asked) {
                  asked.add(address);
                  return asked.size() <= 2
                      ? java.util.Optional.empty()
                      : java.util.Optional.of("now it is refused");
                }
              },
              Set.of());
      try (Api own = new Api(Settings.of(forgetful, names))) {
        HttpResponse<String> answer = own.get(query("target", ChecksApiTest.target(server)));
        assertThat(answer.body()).contains("now it is refused");
      }
      assertThat(server.connections()).isZero();
    }
  }

  private record Rebinding(InetAddress first, InetAddress later, List<InetAddress> answers)
      implements AddressResolver {
    Rebinding(InetAddress first, InetAddress later) {
      this(first, later, new java.util.concurrent.CopyOnWriteArrayList<>());
    }

    @Override
    public Lookup lookup(dev.smtpscope.target.HostName name, Duration limit) {
      answers.add(answers.isEmpty() ? first : later);
      return new Lookup.Found(List.of(answers.getLast()), Duration.ZERO);
    }
  }

  private void assertNoConnection() throws IOException {
    assertThat(listener.accept()).isNull();
  }

  private int port() {
    return listener.socket().getLocalPort();
  }

  private static String query(String name, String value) {
    return "/api/v1/check?" + parameter(name, value);
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
