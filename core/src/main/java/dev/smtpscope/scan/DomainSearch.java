package dev.smtpscope.scan;

import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.policy.PolicyProbe;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.concurrent.Future;

/** Asks for what a mail domain publishes about its mail, and fetches its policy. */
record DomainSearch(HostName domain, DnsClient dns, PolicyProbe policies, Scope scope) {
  DomainRecords run(Deadline deadline) {
    Future<DnsAnswer> tlsRpt = text("_smtp._tls", deadline);
    Future<DnsAnswer> dmarc = text("_dmarc", deadline);
    Future<DnsAnswer> apex = ask(DnsName.of(domain), RecordType.TXT, deadline);
    List<Future<DnsAnswer>> submission =
        SubmissionService.ALL.stream()
            .map(service -> ask(service.at(domain), RecordType.SRV, deadline))
            .toList();
    DnsAnswer mtaSts = scope.join(text("_mta-sts", deadline));
    PolicyFetch policy = policy(mtaSts, deadline);
    return new DomainRecords(
        mtaSts,
        policy,
        scope.join(tlsRpt),
        scope.join(apex),
        scope.join(dmarc),
        submission.stream().map(scope::join).toList());
  }

  private Future<DnsAnswer> text(String label, Deadline deadline) {
    return ask(DnsName.of(domain).child(label), RecordType.TXT, deadline);
  }

  private Future<DnsAnswer> ask(DnsName name, RecordType type, Deadline deadline) {
    return scope.fork(() -> dns.ask(name, type, deadline));
  }

  /** A policy without a record is not looked for (RFC 8461 section 3.1). */
  private PolicyFetch policy(DnsAnswer record, Deadline deadline) {
    boolean announced =
        record.records(RecordData.Txt.class).stream()
            .anyMatch(txt -> txt.text().startsWith("v=STSv1"));
    if (!announced) {
      return new PolicyFetch.NotTried("there is no MTA-STS record");
    }
    HostName host = new HostName("mta-sts." + domain.ascii());
    return policies.fetch(
        host, new Locator(NameService.of(dns), scope).locate(host, deadline).lookup(), deadline);
  }
}
