package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.audit.Choice;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.SuiteClass;
import java.util.List;
import java.util.stream.Stream;

/** Whether a server accepts any suite of a class; the rows of {@link SuiteChecks}. */
final class SuiteCheck extends AuditCheck {
  private static final int SHOWN = 8;

  private final SuiteClass kind;
  private final Account account;

  SuiteCheck(String id, String title, SuiteClass kind, Remedy remedy, Account account) {
    super(id, title, remedy);
    this.kind = kind;
    this.account = account;
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    return switch (offering.accepts(kind).support()) {
      case YES -> finding(context, found(offering));
      case NO -> Judgement.pass();
      case UNKNOWN -> new Judgement.Inconclusive(offering.accepts(kind).detail());
    };
  }

  private List<Choice> found(Offering offering) {
    return offering.accepted(kind).stream()
        .filter(choice -> choice.version() != TlsVersion.SSL_2)
        .toList();
  }

  private Judgement finding(EndpointContext context, List<Choice> found) {
    return withRemedy(account.severity().at(context), context)
        .title(account.title())
        .evidence(lines(found))
        .why(account.why())
        .see(account.see().toArray(Reference[]::new))
        .reproduce(account.reproduce().apply(context))
        .fail();
  }

  private static List<String> lines(List<Choice> found) {
    Stream<String> shown = found.stream().limit(SHOWN).map(choice -> "accepts " + choice.label());
    return found.size() > SHOWN
        ? Stream.concat(shown, Stream.of("and " + (found.size() - SHOWN) + " more")).toList()
        : shown.toList();
  }
}
