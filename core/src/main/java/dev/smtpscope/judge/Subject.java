package dev.smtpscope.judge;

import dev.smtpscope.facts.Endpoint;

/** What a judgement is about. */
public sealed interface Subject {
  /** A mail domain as a whole. */
  record OfDomain(String domain) implements Subject {
    @Override
    public String toString() {
      return domain;
    }
  }

  /** A host as a whole. */
  record OfHost(String host) implements Subject {
    @Override
    public String toString() {
      return host;
    }
  }

  /** One address and port. */
  record OfEndpoint(Endpoint endpoint) implements Subject {
    @Override
    public String toString() {
      return endpoint.toString();
    }
  }
}
