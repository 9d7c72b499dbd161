package dev.smtpscope.judge.pki;

import dev.smtpscope.facts.PeerCertificate;
import java.time.Instant;
import java.util.List;

/** Builds a path from the certificates sent to an anchor. */
record PathBuilder(List<PeerCertificate> sent, TrustAnchors anchors, Instant at) {
  PathVerdict build() {
    return new PathVerdict.Unreadable();
  }
}
