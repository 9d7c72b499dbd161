package dev.smtpscope.scan;

import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.util.Optional;

/** Makes {@link ScanOptions} of others by what is to differ. For one thread. */
public final class ScanOptionsBuilder {
  private Budget budget;
  private AddressFilter addresses;
  private ServerNameIndication sni;
  private Optional<HostName> referenceName;
  private Optional<EhloName> ehloName;
  private Optional<InetAddress> source;
  private AddressPolicy policy;
  private NameQueries queries;
  private Optional<AuditOptions> audit;

  ScanOptionsBuilder(ScanOptions given) {
    budget = given.budget();
    addresses = given.addresses();
    sni = given.sni();
    referenceName = given.referenceName();
    ehloName = given.ehloName();
    source = given.source();
    policy = given.policy();
    queries = given.queries();
    audit = given.audit();
  }

  /** Sets {@link ScanOptions#budget}. */
  public ScanOptionsBuilder budget(Budget value) {
    budget = value;
    return this;
  }

  /** Sets {@link ScanOptions#addresses}. */
  public ScanOptionsBuilder addresses(AddressFilter value) {
    addresses = value;
    return this;
  }

  /** Sets {@link ScanOptions#sni}. */
  public ScanOptionsBuilder sni(ServerNameIndication value) {
    sni = value;
    return this;
  }

  /** Sets {@link ScanOptions#referenceName}. */
  public ScanOptionsBuilder referenceName(Optional<HostName> value) {
    referenceName = value;
    return this;
  }

  /** Sets {@link ScanOptions#ehloName}. */
  public ScanOptionsBuilder ehloName(Optional<EhloName> value) {
    ehloName = value;
    return this;
  }

  /** Sets {@link ScanOptions#source}. */
  public ScanOptionsBuilder source(Optional<InetAddress> value) {
    source = value;
    return this;
  }

  /** Sets {@link ScanOptions#policy}. */
  public ScanOptionsBuilder policy(AddressPolicy value) {
    policy = value;
    return this;
  }

  /** Sets {@link ScanOptions#queries}. */
  public ScanOptionsBuilder queries(NameQueries value) {
    queries = value;
    return this;
  }

  /** Sets {@link ScanOptions#audit}. */
  public ScanOptionsBuilder audit(Optional<AuditOptions> value) {
    audit = value;
    return this;
  }

  /** The options. */
  public ScanOptions build() {
    return new ScanOptions(
        budget, addresses, sni, referenceName, ehloName, source, policy, queries, audit);
  }
}
