package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.List;

/** The domain says that it takes no mail, or says so beside saying otherwise. */
public final class MxNull extends OneRemedyDomainCheck {
  public MxNull() {
    super(
        "mx-null",
        "Does the domain take mail?",
        Remedy.of(
            "A domain that takes no mail needs one MX record, with preference 0 and the root as its"
                + " target, and no other. One that takes mail must not have it."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return context.mx() instanceof MxSet.Null ? Applicability.applies() : super.appliesTo(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    return switch (context.mx()) {
      case MxSet.Listed(var records, boolean withNull) when withNull -> besideOthers(context);
      case MxSet.Null none -> isExact(context) ? takesNone(context) : inexact(context);
      case MxSet.Listed none -> Judgement.pass();
      case MxSet.Absent none -> Judgement.pass();
      case MxSet.NoSuchName none -> Judgement.pass();
      case MxSet.Unknown none -> Judgement.pass();
    };
  }

  private static boolean isExact(DomainContext context) {
    List<RecordData.Mx> all = MxRecords.all(context);
    return all.size() == 1 && all.getFirst().preference() == 0;
  }

  private Judgement takesNone(DomainContext context) {
    return about(context, "", Severity.INFO)
        .title("the domain takes no mail, and says so with a null MX record")
        .why("Senders return mail to it at once. Nothing needs doing, if that is what is meant.")
        .fail();
  }

  private Judgement inexact(DomainContext context) {
    return about(context, "inexact", Severity.NOTICE)
        .title("the null MX record is not alone, or its preference is not 0")
        .why(
            "Senders that hold to the letter do not see a null MX in it: they take the target for"
                + " a host without an address and try for days.")
        .fail();
  }

  private Judgement besideOthers(DomainContext context) {
    return about(context, "beside-others", Severity.WARNING)
        .title("a null MX record stands beside others")
        .why(
            "A null MX says that the domain takes no mail, the others say where it takes it. Some"
                + " senders return the mail, others deliver it, others treat it as an error.")
        .fail();
  }

  private FindingBuilder about(DomainContext context, String suffix, Severity severity) {
    return (suffix.isEmpty()
            ? withRemedy(severity, context)
            : withRemedy(suffix, severity, context))
        .evidence(MxRecords.lines(context))
        .see(Reference.rfc(7505, "3"))
        .reproduce(MxRecords.dig(context));
  }
}
