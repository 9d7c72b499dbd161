package dev.smtpscope.probe.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smtpscope.facts.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.tls.KeyShareEntry;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientHelloTest {
  private static final Bytes NONE = Bytes.of(new byte[0]);

  /** The octets that RFC 5246 section 7.4.1.2 prescribes, counted by hand. */
  @Test
  void plainHello() {
    ClientHello hello =
        ClientHello.of(0x0300, List.of(0x000A, 0x0005)).withRandom(Bytes.of(new byte[32]));

    assertThat(HexFormat.of().formatHex(hello.encode()))
        .isEqualTo(
            "16"
                + "0300"
                + "002f"
                + "01"
                + "00002b"
                + "0300"
                + "00".repeat(32)
                + "00"
                + "0004"
                + "000a"
                + "0005"
                + "01"
                + "00");
  }

  /** What an independent parser reads is what was offered. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 16_384})
  void anyHelloIsReadAsItWasMeant(int longest) throws IOException {
    Random random = new Random(5246);
    for (int i = 0; i < 300; i++) {
      ClientHello hello = anyHello(random);
      org.bouncycastle.tls.ClientHello read = parse(hello.encode(longest), longest);
      assertThat(Arrays.stream(read.getCipherSuites()).boxed().toList()).isEqualTo(hello.suites());
      assertThat(read.getVersion().getFullVersion()).isEqualTo(hello.version());
      assertThat(Bytes.of(read.getRandom())).isEqualTo(hello.random());
      assertThat(Bytes.of(read.getSessionID())).isEqualTo(hello.sessionId());
      assertThat(extensions(read)).containsExactlyInAnyOrderElementsOf(hello.extensions());
    }
  }

  @Test
  void extensionsAreReadAsTheyWereMeant() throws IOException {
    Bytes key = Bytes.of(new byte[] {1, 2, 3});
    ClientHello hello =
        ClientHello.of(0x0303, List.of(0x1301))
            .with(Extensions.serverName("mx.example.org"))
            .with(Extensions.supportedVersions(List.of(0x0304, 0x0303)))
            .with(Extensions.supportedGroups(List.of(0x11EC, 0x001D)))
            .with(Extensions.keyShare(new KeyShare(0x001D, key), new KeyShare(0x0017, key)))
            .with(Extensions.signatureAlgorithms(List.of(0x0804, 0x0403)))
            .with(Extensions.signatureAlgorithmsCert(List.of(0x0401)))
            .with(Extensions.ecPointFormats())
            .with(Extensions.extendedMasterSecret())
            .with(Extensions.encryptThenMac())
            .with(Extensions.statusRequest())
            .with(Extensions.heartbeat())
            .with(Extensions.padding(17))
            .with(Extensions.pskKeyExchangeModes());
    Hashtable<?, ?> read = parse(hello.encode(), Records.LONGEST).getExtensions();

    assertThat(TlsExtensionsUtils.getServerNameExtensionClient(read).toString()).isNotEmpty();
    assertThat(TlsExtensionsUtils.getSupportedVersionsExtensionClient(read))
        .containsExactly(ProtocolVersion.TLSv13, ProtocolVersion.TLSv12);
    assertThat(TlsExtensionsUtils.getSupportedGroupsExtension(read))
        .containsExactly(0x11EC, 0x001D);
    List<KeyShare> shares = new ArrayList<>();
    for (Object share : TlsExtensionsUtils.getKeyShareClientHello(read)) {
      KeyShareEntry entry = (KeyShareEntry) share;
      shares.add(new KeyShare(entry.getNamedGroup(), Bytes.of(entry.getKeyExchange())));
    }
    assertThat(shares).containsExactly(new KeyShare(0x001D, key), new KeyShare(0x0017, key));
    assertThat(TlsExtensionsUtils.getSignatureAlgorithmsExtension(read).size()).isEqualTo(2);
    assertThat(TlsExtensionsUtils.getSignatureAlgorithmsCertExtension(read).size()).isOne();
    assertThat(TlsExtensionsUtils.getSupportedPointFormatsExtension(read))
        .containsExactly((short) 0, (short) 1, (short) 2);
    assertThat(TlsExtensionsUtils.hasExtendedMasterSecretExtension(read)).isTrue();
    assertThat(TlsExtensionsUtils.hasEncryptThenMACExtension(read)).isTrue();
    assertThat(TlsExtensionsUtils.getStatusRequestExtension(read).getStatusType()).isOne();
    assertThat(TlsExtensionsUtils.getHeartbeatExtension(read).getMode()).isOne();
    assertThat(TlsExtensionsUtils.getPaddingExtension(read)).isEqualTo(17);
    assertThat(TlsExtensionsUtils.getPSKKeyExchangeModesExtension(read)).containsExactly((short) 1);
  }

  /** RFC 5746 section 3.4, RFC 5077 section 3.2, RFC 8446 section 4.2.8, RFC 6962 section 3.3.1. */
  @Test
  void bodiesOfExtensions() {
    assertThat(hex(Extensions.renegotiationInfo())).isEqualTo("00");
    assertThat(hex(Extensions.sessionTicket())).isEmpty();
    assertThat(hex(Extensions.sessionTicket(Bytes.of(new byte[] {9})))).isEqualTo("09");
    assertThat(hex(Extensions.keyShare())).isEqualTo("0000");
    assertThat(hex(Extensions.signedCertificateTimestamps())).isEmpty();
    assertThat(hex(Extensions.serverName("a.de"))).isEqualTo("0007" + "00" + "0004" + "612e6465");
  }

  @Test
  void anExtensionReplacesOneOfItsType() {
    ClientHello hello =
        ClientHello.of(0x0303, List.of(1))
            .with(Extensions.keyShare())
            .with(Extensions.heartbeat())
            .with(Extensions.keyShare(new KeyShare(1, NONE)));

    assertThat(hello.extensions())
        .containsExactly(Extensions.keyShare(new KeyShare(1, NONE)), Extensions.heartbeat());
    assertThat(hello.without(Extensions.KEY_SHARE).extensions())
        .containsExactly(Extensions.heartbeat());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ClientHello hello = ClientHello.of(0x0303, List.of(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> hello.withSuites(Collections.nCopies(32_768, 1)).encode());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hello.withSuites(List.of(0x10000)).encode());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hello.with(Extensions.padding(65_536)).encode());
    assertThatIllegalArgumentException().isThrownBy(() -> hello.encode(0));
    assertThatIllegalArgumentException().isThrownBy(() -> hello.encode(16_385));
  }

  /** The octets of the CLIENT-HELLO of SSLv2, counted by hand. */
  @Test
  void hello2() {
    Ssl2Hello hello = new Ssl2Hello(2, List.of(0x010080, 0x0700C0), Bytes.of(new byte[16]));

    assertThat(HexFormat.of().formatHex(hello.encode()))
        .isEqualTo(
            "801f"
                + "01"
                + "0002"
                + "0006"
                + "0000"
                + "0010"
                + "010080"
                + "0700c0"
                + "00".repeat(16));
  }

  private static ClientHello anyHello(Random random) {
    ClientHello hello =
        ClientHello.of(0x0300 + random.nextInt(4), codes(random, 1 + random.nextInt(400)))
            .withSessionId(octets(random, random.nextInt(33)));
    for (int i = random.nextInt(20); i > 0; i--) {
      int type = 0x1000 + random.nextInt(0xE000);
      hello = hello.with(new Extension(type, octets(random, random.nextInt(900))));
    }
    return hello;
  }

  private static List<Integer> codes(Random random, int count) {
    return random.ints(count, 0, 0x10000).boxed().toList();
  }

  private static Bytes octets(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private static org.bouncycastle.tls.ClientHello parse(byte[] records, int longest)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(records);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (in.available() > 0) {
      assertThat(TlsUtils.readUint8(in)).isEqualTo((short) 22);
      assertThat(TlsUtils.readUint16(in)).isIn(0x0300, 0x0301);
      byte[] part = TlsUtils.readOpaque16(in);
      assertThat(part).hasSizeBetween(1, longest);
      message.write(part);
    }
    ByteArrayInputStream handshake = new ByteArrayInputStream(message.toByteArray());
    assertThat(TlsUtils.readUint8(handshake)).isOne();
    byte[] body = TlsUtils.readOpaque24(handshake);
    assertThat(handshake.available()).isZero();
    return org.bouncycastle.tls.ClientHello.parse(new ByteArrayInputStream(body), null);
  }

  private static List<Extension> extensions(org.bouncycastle.tls.ClientHello read) {
    Hashtable<?, ?> extensions = read.getExtensions();
    return extensions == null
        ? List.of()
        : extensions.entrySet().stream()
            .map(e -> new Extension((Integer) e.getKey(), Bytes.of((byte[]) e.getValue())))
            .toList();
  }

  private static String hex(Extension extension) {
    return HexFormat.of().formatHex(extension.body().toArray());
  }
}
