package dev.smtpscope.judge;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.target.HostName;
import java.util.Optional;

/** What a check of the host may look at. */
public record HostContext(Facts facts, Ruleset rules) {
  /** The subject of its findings. */
  public Subject subject() {
    return new Subject.OfHost(facts.target().host().toString());
  }

  /** The name that certificates are held against. */
  public Optional<HostName> referenceName() {
    return facts.referenceName();
  }
}
