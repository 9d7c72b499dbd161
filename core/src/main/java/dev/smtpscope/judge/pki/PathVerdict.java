package dev.smtpscope.judge.pki;

import dev.smtpscope.facts.PeerCertificate;
import java.time.Instant;
import java.util.List;

/**
 * What path building made of the certificates that a server sent, leaving dates and names aside:
 * expiry and name are judged by checks of their own.
 */
public sealed interface PathVerdict {
  /** A path to an anchor. */
  record Trusted(List<Link> path) implements PathVerdict {
    public Trusted {
      path = List.copyOf(path);
    }
  }

  /** The leaf is signed by its own key and is no anchor. */
  record SelfSigned() implements PathVerdict {}

  /**
   * The issuer of the last link is neither among what was sent nor an anchor.
   *
   * @param path as far as it goes, leaf first
   * @param missingIssuer the subject that is wanted
   * @param issuerUrls where AIA says it can be fetched
   */
  record Incomplete(List<Link> path, String missingIssuer, List<String> issuerUrls)
      implements PathVerdict {
    public Incomplete {
      path = List.copyOf(path);
      issuerUrls = List.copyOf(issuerUrls);
    }
  }

  /** The path ends in a self-signed root that is no anchor. */
  record UntrustedRoot(List<Link> path) implements PathVerdict {
    public UntrustedRoot {
      path = List.copyOf(path);
    }
  }

  /** The pieces are there but do not hold together: a bad signature, a CA flag or constraint. */
  record Broken(List<Link> path, String reason) implements PathVerdict {
    public Broken {
      path = List.copyOf(path);
    }
  }

  /** The leaf can't be read as X.509. */
  record Unreadable() implements PathVerdict {}

  /**
   * A certificate on the path.
   *
   * @param position where the server sent it, from 0; -1 for an anchor of ours
   */
  record Link(String subject, String sha256, int position) {}

  /** The verdict on certificates as sent, at the time of the observation. */
  static PathVerdict of(List<PeerCertificate> sent, TrustAnchors anchors, Instant at) {
    return anchors.path(sent, at);
  }
}
