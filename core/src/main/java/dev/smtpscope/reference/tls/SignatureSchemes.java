package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.SignatureScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All registered signature schemes, and the pairs of hash and algorithm of TLS 1.2. */
public final class SignatureSchemes {
  /** How RSA signs before TLS 1.2, where no number says so. */
  public static final SignatureScheme RSA_MD5_SHA1 = new SignatureScheme(-1, "rsa_pkcs1_md5_sha1");

  private SignatureSchemes() {}

  /** The scheme of a code; one that is not registered is named {@code 0x} and its digits. */
  public static SignatureScheme named(int code) {
    return Optional.ofNullable(Lazy.SCHEMES.get(code))
        .orElseGet(() -> new SignatureScheme(code, Table.unnamed(code)));
  }

  /** All schemes in ascending order of their codes. */
  public static List<SignatureScheme> all() {
    return List.copyOf(Lazy.SCHEMES.values());
  }

  /** The hash that {@code scheme} signs; none where it is part of the algorithm. */
  public static Hash hash(SignatureScheme scheme) {
    String name = scheme.name().toUpperCase(Locale.ROOT);
    return List.of(Hash.values()).stream()
        .filter(hash -> name.endsWith("_" + hash) || name.endsWith("_" + hash + "_LEGACY"))
        .reduce((first, longer) -> longer)
        .orElse(Hash.NONE);
  }

  private static final class Lazy {
    static final Map<Integer, SignatureScheme> SCHEMES =
        Table.load("signature-schemes.tsv", (code, row) -> new SignatureScheme(code, row.get(1)));
  }
}
