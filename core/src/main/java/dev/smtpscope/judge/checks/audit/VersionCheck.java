package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Optional;

/** Whether a server speaks versions that it should not. */
abstract class VersionCheck extends AuditCheck {
  private final List<TlsVersion> versions;

  VersionCheck(String id, String title, List<TlsVersion> versions, Remedy remedy) {
    super(id, title, remedy);
    this.versions = List.copyOf(versions);
  }

  @Override
  final Judgement judge(EndpointContext context, Offering offering) {
    List<TlsVersion> spoken = versions.stream().filter(v -> offering.speaks(v).isYes()).toList();
    return spoken.isEmpty()
        ? unknown(offering).<Judgement>map(Judgement.Inconclusive::new).orElseGet(Judgement::pass)
        : finding(context, offering, spoken);
  }

  private Optional<String> unknown(Offering offering) {
    return versions.stream()
        .filter(v -> offering.speaks(v).support() == Support.UNKNOWN)
        .findFirst()
        .map(v -> v.label() + ": " + offering.speaks(v).detail());
  }

  abstract Judgement finding(EndpointContext context, Offering offering, List<TlsVersion> spoken);

  static String accepted(List<TlsVersion> spoken) {
    return "the server accepts " + Words.list(spoken.stream().map(TlsVersion::label).toList());
  }

  static List<String> evidence(Offering offering, List<TlsVersion> spoken) {
    return spoken.stream().map(v -> v.label() + ": " + offering.speaks(v).detail()).toList();
  }
}
