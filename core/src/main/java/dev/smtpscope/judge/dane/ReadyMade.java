package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.dns.DnsName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** TLSA records for the certificates that a server sends, as a zone file has them. */
public final class ReadyMade {
  private ReadyMade() {}

  /**
   * {@code 3 1 1} for the server's key, and {@code 2 1 1} for the key of the authority that issued
   * its certificate, where that is sent too.
   *
   * @param base the TLSA base domain
   */
  public static List<String> lines(DnsName base, int port, List<PeerCertificate> sent) {
    return Stream.concat(
            sent.stream().limit(1).flatMap(leaf -> line(base, port, Association.DANE_EE, leaf)),
            issuer(sent).stream().flatMap(ca -> line(base, port, Association.DANE_TA, ca)))
        .toList();
  }

  private static Stream<String> line(
      DnsName base, int port, int usage, PeerCertificate certificate) {
    return Association.of(usage, Association.KEY, Association.SHA_256, certificate).stream()
        .map(tlsa -> "_" + port + "._tcp." + base + ". IN TLSA " + Association.text(tlsa));
  }

  private static Optional<PeerCertificate> issuer(List<PeerCertificate> sent) {
    Optional<String> issuer =
        sent.stream().findFirst().flatMap(PeerCertificate::details).map(CertificateDetails::issuer);
    return sent.stream()
        .skip(1)
        .filter(c -> c.details().filter(CertificateDetails::authority).isPresent())
        .filter(c -> c.details().map(CertificateDetails::subject).equals(issuer))
        .findFirst();
  }
}
