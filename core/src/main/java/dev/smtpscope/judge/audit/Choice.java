package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;

/** A suite that the server accepts with a version. */
public record Choice(TlsVersion version, CipherSuite suite) {
  /** As a line of evidence. */
  public String label() {
    return version.label() + " " + suite.name();
  }
}
