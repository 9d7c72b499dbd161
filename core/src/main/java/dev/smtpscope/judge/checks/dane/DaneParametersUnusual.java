package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.TlsaVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** TLSA records that work, with parameters that are seldom wise. */
public final class DaneParametersUnusual extends DaneCheck {
  public DaneParametersUnusual() {
    super(
        "dane-parameters-unusual",
        "Are the parameters of the TLSA records the usual ones?",
        Remedy.of("Use 3 1 1 or 2 1 1, unless there is a reason for others."));
  }

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return dane instanceof Dane.Usable usable
        ? judge(context, usable.records())
        : new Judgement.NotApplicable("there is no usable TLSA record");
  }

  private Judgement judge(HostContext context, List<TlsaVerdict> records) {
    List<String> odd = records.stream().flatMap(v -> odd(v).stream()).distinct().toList();
    return odd.isEmpty()
        ? Judgement.pass()
        : finding(Severity.INFO, context)
            .title("TLSA records have unusual parameters")
            .evidence(odd)
            .why(
                "They are valid. But a digest of the key stays right when a certificate is renewed"
                    + " with the same key, and it keeps answers small.")
            .see(Reference.rfc(7672, "3.1"), Reference.rfc(7671, "10.1.2"))
            .fail();
  }

  private static Optional<String> odd(TlsaVerdict verdict) {
    if (verdict.use() == TlsaVerdict.Use.UNUSABLE || !(verdict.record() instanceof Tlsa tlsa)) {
      return Optional.empty();
    }
    return Stream.of(whole(tlsa), certificate(tlsa)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> whole(Tlsa tlsa) {
    return tlsa.matchingType() == Association.FULL
        ? Optional.of(
            Association.parameters(tlsa)
                + ": matching type 0 has "
                + tlsa.data().length() / 2
                + " octets in place of a digest")
        : Optional.empty();
  }

  private static Optional<String> certificate(Tlsa tlsa) {
    return tlsa.usage() == Association.DANE_EE && tlsa.selector() == Association.CERTIFICATE
        ? Optional.of(
            Association.parameters(tlsa)
                + ": selector 0 is of the whole certificate, and wrong after every renewal")
        : Optional.empty();
  }
}
