package dev.smtpscope.realservers;

import java.util.List;
import java.util.Locale;

/** What a server presents: one good certificate, and one for each thing that goes wrong. */
@SuppressWarnings("ImmutableEnumChecker") // records of lists by List.of
enum Certificate {
  GOOD(Key.RSA_2048, "sha256", new Validity(-1, 80), Names.DNS),
  GOOD_ECDSA(Key.P_256, "sha256", new Validity(-1, 80), Names.DNS),
  EXPIRED(Key.RSA_2048, "sha256", new Validity(-100, -10), Names.DNS),
  NOT_YET_VALID(Key.RSA_2048, "sha256", new Validity(10, 90), Names.DNS),
  EXPIRING(Key.RSA_2048, "sha256", new Validity(-80, 10), Names.DNS),
  LONG_LIVED(Key.RSA_2048, "sha256", new Validity(-1, 3650), Names.DNS),
  WRONG_NAME(Key.RSA_2048, "sha256", new Validity(-1, 80), Names.OTHER),
  CN_ONLY(Key.RSA_2048, "sha256", new Validity(-1, 80), Names.CN_ONLY),
  WEAK_KEY(Key.RSA_1024, "sha256", new Validity(-1, 80), Names.DNS),
  SHA1(Key.RSA_2048, "sha1", new Validity(-1, 80), Names.DNS),
  SELF_SIGNED(Key.RSA_2048, "sha256", new Validity(-1, 80), Names.DNS),
  /** The leaf alone. */
  MISSING_INTERMEDIATE(Key.RSA_2048, "sha256", new Validity(-1, 80), Names.DNS, Link.LEAF),
  /** Leaf, root, intermediate. */
  MISORDERED(
      Key.RSA_2048,
      "sha256",
      new Validity(-1, 80),
      Names.DNS,
      Link.LEAF,
      Link.ROOT,
      Link.INTERMEDIATE),
  /** Leaf, intermediate, and the root of another hierarchy. */
  SURPLUS(
      Key.RSA_2048,
      "sha256",
      new Validity(-1, 80),
      Names.DNS,
      Link.LEAF,
      Link.INTERMEDIATE,
      Link.STRANGER);

  /** A key's kind, as {@code openssl genpkey} takes it. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Key {
    RSA_1024("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"),
    RSA_2048("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"),
    P_256("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");

    private final List<String> options;

    Key(String... options) {
      this.options = List.of(options);
    }

    List<String> options() {
      return options;
    }
  }

  /** First and last day, counted from today. */
  record Validity(int fromDay, int toDay) {}

  /** Where the names of the host stand. */
  enum Names {
    /** Common name and dNSName of the host. */
    DNS,
    /** Common name and dNSName of another host. */
    OTHER,
    /** Common name of the host, no subject alternative name. */
    CN_ONLY
  }

  /** A certificate that a server sends. */
  enum Link {
    LEAF,
    INTERMEDIATE,
    ROOT,
    STRANGER;

    /** The name of the authority's files. */
    String file() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Key key;
  private final String digest;
  private final Validity validity;
  private final Names names;
  private final List<Link> chain;

  Certificate(Key key, String digest, Validity validity, Names names, Link... chain) {
    this.key = key;
    this.digest = digest;
    this.validity = validity;
    this.names = names;
    this.chain = List.of(chain);
  }

  Key key() {
    return key;
  }

  /** Digest of the issuer's signature. */
  String digest() {
    return digest;
  }

  Validity validity() {
    return validity;
  }

  Names names() {
    return names;
  }

  /** What the server sends, in its order. */
  List<Link> chain() {
    if (this == SELF_SIGNED) {
      return List.of(Link.LEAF);
    }
    return chain.isEmpty() ? List.of(Link.LEAF, Link.INTERMEDIATE) : chain;
  }
}
