package dev.smtpscope.judge.pki;

import dev.smtpscope.facts.PeerCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * The roots that a path may end in. Implementations may load lazily but answer the same every time;
 * safe for all threads.
 */
public interface TrustAnchors {
  /** What they are called in reports, such as {@code JDK trust store}. */
  String name();

  /** The roots whose subject is {@code subject} in RFC 2253 canonical form, perhaps none. */
  Collection<X509Certificate> bySubject(X500Principal subject);

  /**
   * The roots that the user brought, to be kept with a report so that it can be judged again by the
   * same; none for a store of the platform.
   */
  default List<X509Certificate> own() {
    return List.of();
  }

  /** The verdict on certificates as sent, at the time of the observation. */
  default PathVerdict path(List<PeerCertificate> sent, Instant at) {
    return new PathBuilder(sent, this, at).build().verdict();
  }

  /** Exactly these roots. */
  static TrustAnchors of(String name, List<X509Certificate> roots) {
    List<X509Certificate> copy = List.copyOf(roots);
    return new TrustAnchors() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<X509Certificate> own() {
        return copy;
      }

      @Override
      public Collection<X509Certificate> bySubject(X500Principal subject) {
        return copy.stream()
            .filter(root -> root.getSubjectX500Principal().equals(subject))
            .toList();
      }
    };
  }
}
