package dev.smtpscope.render.outline;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.target.HostName;

/** The TLSA record of a key as a line for a zone file (RFC 6698 section 3). */
public final class Tlsa {
  private Tlsa() {}

  /** The record {@code 3 1 1} for the key of {@code leaf} on that endpoint's port. */
  public static String record(Facts facts, EndpointFacts endpoint, CertificateDetails leaf) {
    String host = facts.nameAt(endpoint.endpoint()).map(HostName::ascii).orElse("HOST");
    int port = endpoint.endpoint().service().port();
    return "_" + port + "._tcp." + host + ". IN TLSA " + leaf.tlsa311();
  }
}
