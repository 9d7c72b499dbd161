package dev.smtpscope.scan;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service by which mail programs find their server (RFC 6186 section 3.1, RFC 8314 5.1). */
record SubmissionService(String label, Role role, TlsMode tls) {
  static final List<SubmissionService> ALL =
      List.of(
          new SubmissionService("_submission._tcp", Role.SUBMISSION, TlsMode.STARTTLS),
          new SubmissionService("_submissions._tcp", Role.SUBMISSIONS, TlsMode.IMPLICIT));

  DnsName at(HostName domain) {
    return DnsName.of(domain).child(label);
  }

  List<Router.Exchange> servers(DnsAnswer answer) {
    return answer.records(RecordData.Srv.class).stream()
        .filter(srv -> srv.port() > 0)
        .flatMap(this::server)
        .toList();
  }

  private Stream<Router.Exchange> server(RecordData.Srv srv) {
    List<Service> services = List.of(new Service(srv.port(), role, tls));
    return Router.Exchange.host(srv.target()).stream()
        .map(name -> new Router.Exchange(name, Optional.empty(), services));
  }
}
