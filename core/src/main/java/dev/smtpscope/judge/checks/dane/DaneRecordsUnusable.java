package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.TlsaVerdict;
import java.util.List;

/** TLSA records that no mail server can use. */
public final class DaneRecordsUnusable extends DaneCheck {
  public DaneRecordsUnusable() {
    super(
        "dane-records-unusable",
        "Can mail servers use the TLSA records?",
        Remedy.of(
            "Replace the records. For mail servers use 3 1 1, the SHA-256 digest of the server's"
                + " key, or 2 1 1, that of an authority's key which the server sends along."));
  }

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return switch (dane) {
      case Dane.Unusable(var lookup, var records) -> failure(context, records, true);
      case Dane.Usable(var lookup, var records, var names) ->
          records.stream().allMatch(v -> v.use() != TlsaVerdict.Use.UNUSABLE)
              ? Judgement.pass()
              : failure(context, records, false);
      case Dane.NotUsed(var reason, var why) -> new Judgement.NotApplicable(why);
      case Dane.Failed(var why) -> new Judgement.Inconclusive(why);
      case Dane.Unknown(var why) -> new Judgement.Inconclusive(why);
    };
  }

  private Judgement failure(HostContext context, List<TlsaVerdict> records, boolean all) {
    List<TlsaVerdict> unusable =
        records.stream().filter(v -> v.use() == TlsaVerdict.Use.UNUSABLE).toList();
    return publish(finding(all ? Severity.WARNING : Severity.NOTICE, context), readyMade(context))
        .title(
            all
                ? "mail servers can use none of the TLSA records"
                : "mail servers can't use all of the TLSA records")
        .evidence(unusable.stream().map(v -> v.text() + ": " + v.why()).toList())
        .why(
            all
                ? WHO
                    + " encrypt, but can't tell this server from another. Without encryption they"
                    + " do not deliver."
                : "The others protect the host. These do nothing, and look as if they did.")
        .see(Reference.rfc(7672, "3.1"), Reference.rfc(7671, "5"))
        .fail();
  }
}
