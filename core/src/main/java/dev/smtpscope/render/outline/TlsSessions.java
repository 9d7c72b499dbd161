package dev.smtpscope.render.outline;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What a handshake agreed on. */
public final class TlsSessions {
  private TlsSessions() {}

  static Block section(TlsSession session) {
    return new Block.Section("TLS", List.of(new Block.Pairs(pairs(session))));
  }

  /** The session, field by field. */
  public static List<Block.Pair> pairs(TlsSession session) {
    List<Block.Pair> pairs = new ArrayList<>();
    pairs.add(pair("Version", session.version().label()));
    pairs.add(pair("Cipher suite", session.suite().name()));
    pairs.add(pair("Key exchange", session.group().map(TlsSessions::group).orElse("static RSA")));
    session.signature().map(SignatureScheme::name).ifPresent(n -> pairs.add(pair("Signature", n)));
    pairs.add(pair("Name sent (SNI)", session.sni().orElse("none")));
    pairs.addAll(Staples.pairs(session.ocspStaple()));
    pairs.add(pair("SCTs", Integer.toString(session.sctCount())));
    pairs.addAll(olderVersions(session));
    session
        .clientCertificateRequest()
        .ifPresent(request ->
            pairs.add(
                pair(
                    "Client cert.",
                    "asked for, naming "
                        + Words.count(request.authorities(), "authority")
                            .replace("authoritys", "authorities"))));
    session.alpn().ifPresent(alpn -> pairs.add(pair("ALPN", alpn)));
    return pairs;
  }

  private static List<Block.Pair> olderVersions(TlsSession session) {
    return session.version() == TlsVersion.TLS_1_3
        ? List.of()
        : List.of(
            pair("Master secret", session.extendedMasterSecret() ? "extended" : "not extended"),
            pair("Renegotiation", session.secureRenegotiation() ? "secure" : "not secured"));
  }

  private static String group(NamedGroup group) {
    String bits = group.dhBits().isPresent() ? ", " + group.dhBits().getAsInt() + " bits" : "";
    return group.name() + bits + (group.isPostQuantum() ? " (post-quantum)" : "");
  }

  private static Block.Pair pair(String label, String text) {
    return new Block.Pair(label, text);
  }
}
