package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.judge.Check;
import java.util.List;
import java.util.stream.Stream;

/** The checks of everything that a server would negotiate. */
public final class AuditChecks {
  /** In the order in which findings of equal severity are shown. */
  public static final List<Check> ALL =
      Stream.of(
              List.of(new TlsSslAccepted(), new TlsOldVersionAccepted()),
              SuiteChecks.ALL,
              List.of(new TlsDheAccepted(), new CertificateSecondBroken()),
              ActiveChecks.ALL,
              TraitChecks.ALL,
              List.of(new TlsServerNameNeeded(), new TlsIntolerance(), new TlsNoServerPreference()))
          .<Check>flatMap(List::stream)
          .toList();

  private AuditChecks() {}
}
