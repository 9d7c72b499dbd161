package dev.smtpscope.realservers;

import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A mail domain with one MX host.
 *
 * @param parent the zone that the domain is in
 * @param chain what the server sends; empty for one without TLS
 * @param tlsa the records
 * @param signing of the zone that the TLSA records are in, where it is one of its own
 * @param alias whether the MX host's name is an alias
 * @param mx the MX host's zone, where it is not the domain's
 */
record DaneCase(
    String name,
    String parent,
    Optional<Chain> chain,
    List<Tlsa> tlsa,
    Optional<DnsZone.Signing> signing,
    boolean alias,
    String mx) {
  /** What a TLSA record says. */
  record Tlsa(int usage, int selector, int matchingType, String hex) {}

  static DaneCase of(String name, Chain chain) {
    return new DaneCase(
        name,
        "dane.example",
        Optional.of(chain),
        List.of(),
        Optional.empty(),
        false,
        "dane.example");
  }

  DaneCase withoutTls() {
    return new DaneCase(name, parent, Optional.empty(), tlsa, signing, alias, mx);
  }

  /** In the zone that is not signed. */
  DaneCase open() {
    return new DaneCase(name, "open.example", chain, tlsa, signing, alias, "open.example");
  }

  /** The domain alone in the zone that is not signed. */
  DaneCase openMx() {
    return new DaneCase(name, "open.example", chain, tlsa, signing, alias, mx);
  }

  DaneCase aliased() {
    return new DaneCase(name, parent, chain, tlsa, signing, true, mx);
  }

  DaneCase zone(DnsZone.Signing how) {
    return new DaneCase(name, parent, chain, tlsa, Optional.of(how), alias, mx);
  }

  /** One more record, for a certificate. */
  DaneCase tlsa(int usage, int selector, int matchingType, X509Certificate certificate) {
    var more = new ArrayList<>(tlsa);
    more.add(new Tlsa(usage, selector, matchingType, hex(selector, matchingType, certificate)));
    return new DaneCase(name, parent, chain, more, signing, alias, mx);
  }

  DaneCase tlsa(int usage, int selector, int matchingType, Identity identity) {
    return tlsa(usage, selector, matchingType, identity.certificate());
  }

  String domain() {
    return name + "." + parent;
  }

  String host() {
    return "mx." + name + "." + mx;
  }

  private static String hex(int selector, int matchingType, X509Certificate certificate) {
    try {
      byte[] whole =
          selector == 0 ? certificate.getEncoded() : certificate.getPublicKey().getEncoded();
      return HexFormat.of()
          .formatHex(
              switch (matchingType) {
                case 0 -> whole;
                case 1 -> MessageDigest.getInstance("SHA-256").digest(whole);
                default -> MessageDigest.getInstance("SHA-512").digest(whole);
              });
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
