package dev.smtpscope.probe;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.FlightDecoder;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.HelloOutcome.Closed;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.Grease;
import dev.smtpscope.reference.tls.GroupProperties;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.SuiteProperties;
import dev.smtpscope.reference.tls.Versions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Hellos sent to real servers. With {@code -Dcorpus.update=true} the answers become the corpus for
 * the decoder's tests.
 */
final class Hellos {
  private static final Path CORPUS = Path.of("src/test/resources/dev/smtpscope/probe/hello");

  private Hellos() {}

  /** All suites of {@code version}, and what a modern client says besides. */
  static ClientHello hello(TlsVersion version) {
    List<Integer> suites = CipherSuites.in(version).stream().map(SuiteProperties::code).toList();
    ClientHello bare = ClientHello.of(Versions.code(version), suites);
    return version == TlsVersion.SSL_3 ? bare : withExtensions(bare);
  }

  /** TLS 1.3 alone, and no key share. */
  static ClientHello hello13() {
    List<Integer> suites =
        CipherSuites.in(TlsVersion.TLS_1_3).stream().map(SuiteProperties::code).toList();
    return withExtensions(ClientHello.of(0x0303, suites))
        .with(Extensions.supportedVersions(List.of(Grease.CODES.getFirst(), 0x0304)))
        .with(Extensions.pskKeyExchangeModes())
        .with(Extensions.keyShare());
  }

  private static ClientHello withExtensions(ClientHello hello) {
    return hello
        .with(Extensions.supportedGroups(Groups.all().stream().map(GroupProperties::code).toList()))
        .with(Extensions.ecPointFormats())
        .with(Extensions.signatureAlgorithms(List.of(0x0804, 0x0403, 0x0807, 0x0401, 0x0201)))
        .with(Extensions.extendedMasterSecret())
        .with(Extensions.encryptThenMac())
        .with(Extensions.sessionTicket())
        .with(Extensions.renegotiationInfo())
        .with(Extensions.statusRequest())
        .with(Extensions.signedCertificateTimestamps())
        .with(Extensions.heartbeat());
  }

  /** What {@code server} answers; kept under {@code name}, unless that is empty. */
  static HelloOutcome ask(String name, InetSocketAddress server, byte[] hello) throws IOException {
    FlightDecoder decoder = new FlightDecoder();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(hello);
      InputStream in = socket.getInputStream();
      byte[] bytes;
      do {
        bytes = in.readNBytes(1);
        answer.writeBytes(bytes);
      } while (bytes.length > 0 && decoder.add(bytes).isEmpty());
    }
    keep(name, answer.toByteArray());
    return decoder.ended(new Closed());
  }

  private static void keep(String name, byte[] answer) throws IOException {
    if (Boolean.getBoolean("corpus.update") && !name.isEmpty() && answer.length > 0) {
      Files.write(CORPUS.resolve(name + ".bin"), answer);
    }
  }
}
