package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.reference.tls.GroupKind;
import dev.smtpscope.reference.tls.GroupProperties;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.SuiteProperties;
import dev.smtpscope.reference.tls.Versions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hellos of the audit.
 *
 * @param sni the name of the server
 */
record Offers(Optional<String> sni) {
  /** In hellos before TLS 1.3: what is in use first, then every other curve. */
  static final List<Integer> CURVES =
      inOrder(
          List.of(Groups.X25519, Groups.SECP256R1, Groups.X448, Groups.SECP384R1, Groups.SECP521R1),
          GroupKind.ELLIPTIC_CURVE);

  static final List<Integer> POST_QUANTUM =
      Stream.concat(
              inOrder(List.of(Groups.X25519_MLKEM768), GroupKind.HYBRID).stream(),
              inOrder(List.of(), GroupKind.ML_KEM).stream())
          .toList();

  /** In hellos of TLS 1.3: a server may have a single one of any kind. */
  static final List<Integer> GROUPS =
      Stream.of(CURVES, inOrder(List.of(), GroupKind.FINITE_FIELD), POST_QUANTUM)
          .flatMap(List::stream)
          .toList();

  /** The strong first. */
  static final List<Integer> SCHEMES =
      List.of(
          0x0804, 0x0403, 0x0807, 0x0805, 0x0503, 0x0806, 0x0603, 0x0808, 0x0809, 0x080A, 0x080B,
          0x0401, 0x0501, 0x0601, 0x0402, 0x0502, 0x0602, 0x081A, 0x081B, 0x081C, 0x0301, 0x0303,
          0x0302, 0x0201, 0x0203, 0x0202, 0x0101);

  private static final int RENEGOTIATION_SCSV = 0x00FF;
  private static final int DEFLATE = 1;

  private static List<Integer> inOrder(List<Integer> first, GroupKind kind) {
    Stream<Integer> rest =
        Groups.all().stream()
            .filter(group -> group.kind() == kind)
            .map(GroupProperties::code)
            .filter(code -> !first.contains(code))
            .sorted(Comparator.reverseOrder());
    return Stream.concat(first.stream(), rest).toList();
  }

  /** An ordinary hello of {@code version}, with all that an audit is curious about. */
  ClientHello hello(TlsVersion version, List<Integer> suites) {
    return switch (version) {
      case TLS_1_3 -> retry(suites, GROUPS);
      case TLS_1_2, TLS_1_1, TLS_1_0 ->
          ClientHello.of(Versions.code(version), suites)
              .withCompressions(DEFLATE, 0)
              .withExtensions(extensions(version));
      case SSL_3, SSL_2 ->
          ClientHello.of(Versions.code(version), withScsv(suites)).withCompressions(DEFLATE, 0);
    };
  }

  private static List<Integer> withScsv(List<Integer> suites) {
    return Stream.concat(suites.stream(), Stream.of(RENEGOTIATION_SCSV)).toList();
  }

  private List<Extension> extensions(TlsVersion version) {
    List<Extension> extensions = new ArrayList<>();
    sni.map(Extensions::serverName).ifPresent(extensions::add);
    extensions.add(Extensions.renegotiationInfo());
    extensions.add(Extensions.supportedGroups(CURVES));
    extensions.add(Extensions.ecPointFormats());
    extensions.add(Extensions.sessionTicket());
    extensions.add(Extensions.statusRequest());
    extensions.add(Extensions.encryptThenMac());
    extensions.add(Extensions.extendedMasterSecret());
    extensions.add(Extensions.heartbeat());
    if (version == TlsVersion.TLS_1_2) {
      extensions.add(Extensions.signatureAlgorithms(SCHEMES));
      // Java holds certificates against the schemes for handshakes where this is missing.
      extensions.add(Extensions.signatureAlgorithmsCert(SCHEMES));
    }
    return extensions;
  }

  /** A hello of TLS 1.3 that brings no key, so that the server has to name the group it wants. */
  ClientHello retry(List<Integer> suites, List<Integer> groups) {
    List<Extension> extensions = new ArrayList<>();
    sni.map(Extensions::serverName).ifPresent(extensions::add);
    extensions.add(Extensions.supportedVersions(List.of(Versions.code(TlsVersion.TLS_1_3))));
    extensions.add(Extensions.supportedGroups(groups));
    extensions.add(Extensions.signatureAlgorithms(SCHEMES));
    extensions.add(Extensions.pskKeyExchangeModes());
    extensions.add(Extensions.keyShare());
    return ClientHello.of(Versions.code(TlsVersion.TLS_1_2), suites)
        .withSessionId(ClientHello.of(0x0303, List.of()).random())
        .withExtensions(extensions);
  }

  /** The codes of suites, those first that are likely to be accepted and good. */
  static List<Integer> codes(Stream<SuiteProperties> suites) {
    return suites.sorted(ORDER).map(SuiteProperties::code).toList();
  }

  private static final Comparator<SuiteProperties> ORDER =
      Comparator.comparing(Offers::isExotic)
          .thenComparing(SuiteProperties::isAnonymous)
          .thenComparing(suite -> !suite.isForwardSecret())
          .thenComparing(suite -> suite.exchange().isFiniteField())
          .thenComparing(suite -> !suite.isAead())
          .thenComparingInt(suite -> -suite.bits())
          .thenComparingInt(SuiteProperties::code);

  /** What hardly any mail server can do. */
  private static boolean isExotic(SuiteProperties suite) {
    return switch (suite.exchange()) {
      case RSA, DHE, ECDHE, TLS_1_3 -> suite.code() == 0;
      case NULL, DH, ECDH, PSK, RSA_PSK, DHE_PSK, ECDHE_PSK, SRP, KRB5, GOST, ECCPWD -> true;
    };
  }
}
