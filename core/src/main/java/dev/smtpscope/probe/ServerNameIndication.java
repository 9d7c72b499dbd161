package dev.smtpscope.probe;

import dev.smtpscope.target.HostName;

/** The name sent in the TLS hello (RFC 6066 section 3). */
public sealed interface ServerNameIndication {
  /** The host's own name; none for a bare address. */
  record FollowHost() implements ServerNameIndication {}

  /** This name, whatever the host. */
  record Fixed(HostName name) implements ServerNameIndication {}

  /** No name. */
  record None() implements ServerNameIndication {}
}
