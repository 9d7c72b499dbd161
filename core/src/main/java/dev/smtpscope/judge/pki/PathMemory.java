package dev.smtpscope.judge.pki;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.smtpscope.facts.PeerCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Anchors that remember the paths that were built to them, for the reports on many targets, which
 * meet the same certificates again and again, told apart by their fingerprints. The verdicts are
 * those of the anchors themselves: one is used again only between the moments at which a
 * certificate begins or ends that had a say in it. Safe for all threads.
 */
public final class PathMemory implements TrustAnchors {
  private static final int MOST = 50_000;

  private final TrustAnchors anchors;
  private final Cache<Chain, PathBuilder.Built> built =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /** What was sent, by the fingerprints: the certificates themselves need not be kept. */
  private record Chain(List<String> fingerprints) {
    static Chain of(List<PeerCertificate> sent) {
      return new Chain(sent.stream().map(PeerCertificate::sha256).toList());
    }
  }

  /** Remembers the last {@value #MOST} paths to {@code anchors}, about 1 KiB each. */
  public PathMemory(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  @Override
  public PathVerdict path(List<PeerCertificate> sent, Instant at) {
    Chain chain = Chain.of(sent);
    PathBuilder.Built known = built.getIfPresent(chain);
    if (known != null && known.holdsAt(at)) {
      return known.verdict();
    }
    PathBuilder.Built fresh = new PathBuilder(sent, anchors, at).build();
    built.put(chain, fresh);
    return fresh.verdict();
  }

  @Override
  public String name() {
    return anchors.name();
  }

  @Override
  public Collection<X509Certificate> bySubject(X500Principal subject) {
    return anchors.bySubject(subject);
  }

  @Override
  public List<X509Certificate> own() {
    return anchors.own();
  }
}
