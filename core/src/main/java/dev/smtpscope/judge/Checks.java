package dev.smtpscope.judge;

import dev.smtpscope.judge.checks.smtp.AddressUnreachable;
import dev.smtpscope.judge.checks.smtp.AuthLegacyForm;
import dev.smtpscope.judge.checks.smtp.AuthMissingOnSubmission;
import dev.smtpscope.judge.checks.smtp.AuthOnMx;
import dev.smtpscope.judge.checks.smtp.AuthPlaintextBeforeTls;
import dev.smtpscope.judge.checks.smtp.AuthWeakMechanisms;
import dev.smtpscope.judge.checks.smtp.BytesAfterStartTls;
import dev.smtpscope.judge.checks.smtp.CapabilitiesMasked;
import dev.smtpscope.judge.checks.smtp.CapabilityConflict;
import dev.smtpscope.judge.checks.smtp.EhloNameInvalid;
import dev.smtpscope.judge.checks.smtp.EhloRejected;
import dev.smtpscope.judge.checks.smtp.EhloUnsupported;
import dev.smtpscope.judge.checks.smtp.EnhancedCodeClassMismatch;
import dev.smtpscope.judge.checks.smtp.GreetingMalformed;
import dev.smtpscope.judge.checks.smtp.GreetingMissing;
import dev.smtpscope.judge.checks.smtp.GreetingNameMismatch;
import dev.smtpscope.judge.checks.smtp.GreetingRejected;
import dev.smtpscope.judge.checks.smtp.GreetingVersionDisclosed;
import dev.smtpscope.judge.checks.smtp.HostUnreachable;
import dev.smtpscope.judge.checks.smtp.PortClosed;
import dev.smtpscope.judge.checks.smtp.ProtocolAnomaly;
import dev.smtpscope.judge.checks.smtp.QuitUnanswered;
import dev.smtpscope.judge.checks.smtp.SlowStage;
import dev.smtpscope.judge.checks.smtp.StartTlsBroken;
import dev.smtpscope.judge.checks.smtp.StartTlsMissing;
import dev.smtpscope.judge.checks.smtp.StartTlsOfferedInsideTls;
import dev.smtpscope.judge.checks.smtp.WrongProtocol;
import java.util.List;

/** The list of checks. */
public final class Checks {
  /** Every check, in the order in which findings of equal severity are shown. */
  public static final List<Check> ALL =
      List.of(
          new HostUnreachable(),
          new AddressUnreachable(),
          new PortClosed(),
          new WrongProtocol(),
          new GreetingMissing(),
          new GreetingRejected(),
          new EhloRejected(),
          new EhloUnsupported(),
          new StartTlsMissing(),
          new StartTlsBroken(),
          new BytesAfterStartTls(),
          new StartTlsOfferedInsideTls(),
          new AuthPlaintextBeforeTls(),
          new AuthMissingOnSubmission(),
          new AuthWeakMechanisms(),
          new AuthOnMx(),
          new AuthLegacyForm(),
          new CapabilitiesMasked(),
          new CapabilityConflict(),
          new ProtocolAnomaly(),
          new EnhancedCodeClassMismatch(),
          new GreetingMalformed(),
          new EhloNameInvalid(),
          new GreetingNameMismatch(),
          new GreetingVersionDisclosed(),
          new SlowStage(),
          new QuitUnanswered());

  private Checks() {}
}
