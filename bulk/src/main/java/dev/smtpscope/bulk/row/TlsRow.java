package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.text.Words;
import java.util.Optional;

/**
 * What a handshake agreed on.
 *
 * @param suite its name in the IANA registry, as those of group and signature scheme
 * @param postQuantum whether the group is a post-quantum hybrid or pure ML-KEM
 * @param certificate the server's own, where one was sent
 */
public record TlsRow(
    TlsVersion version,
    String suite,
    Optional<String> group,
    boolean postQuantum,
    Optional<String> signature,
    CertificateState certificateState,
    Optional<CertificateRow> certificate) {
  private static final int LONGEST = 100;

  static TlsRow of(TlsSession session, CertificateState state) {
    return new TlsRow(
        session.version(),
        Words.shortened(session.suite().name(), LONGEST),
        session.group().map(NamedGroup::name).map(name -> Words.shortened(name, LONGEST)),
        session.group().filter(NamedGroup::isPostQuantum).isPresent(),
        session.signature().map(SignatureScheme::name).map(n -> Words.shortened(n, LONGEST)),
        state,
        session.leaf().map(CertificateRow::of));
  }
}
