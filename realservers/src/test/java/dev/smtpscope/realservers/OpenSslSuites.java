package dev.smtpscope.realservers;

import dev.smtpscope.facts.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Single suites as {@code openssl s_client} has them: slow, and beyond doubt. */
final class OpenSslSuites {
  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> VERSIONS =
      Map.of("TLSv1.0", "-tls1", "TLSv1.1", "-tls1_1", "TLSv1.2", "-tls1_2");

  private OpenSslSuites() {}

  /**
   * Whether a handshake with nothing but the suite succeeds.
   *
   * @param suite such as {@code TLSv1.2 C02F}, before TLS 1.3
   */
  static boolean accepts(Endpoint server, String suite) {
    List<String> words = Arrays.asList(suite.split(" ", 2));
    String name = NAMES.getOrDefault(words.getLast(), "unknown-to-openssl");
    return Command.of(
            "openssl",
            "s_client",
            "-connect",
            server.toString(),
            "-starttls",
            "smtp",
            VERSIONS.getOrDefault(words.getFirst(), "-tls1_2"),
            "-cipher",
            name + ":@SECLEVEL=0")
        .run()
        .lines()
        .contains("    Cipher    : " + name);
  }

  /** From lines such as {@code 0xC0,0x2F - ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 …}. */
  private static Map<String, String> names() {
    return Command.of("openssl", "ciphers", "-V", "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
        .succeed()
        .lines()
        .stream()
        .map(line -> Arrays.asList(line.strip().split(" +", 4)))
        .collect(
            Collectors.toMap(
                words -> words.getFirst().replaceAll("0x|,", ""),
                words -> words.get(2),
                (a, _) -> a));
  }
}
