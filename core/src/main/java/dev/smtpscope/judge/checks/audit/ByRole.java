package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Severity;

/** A severity for port 25, and one for the ports where people submit mail. */
record ByRole(Severity mx, Severity submission) {
  static final ByRole ERROR = both(Severity.ERROR);
  static final ByRole WARNING = both(Severity.WARNING);
  static final ByRole NOTICE = both(Severity.NOTICE);
  static final ByRole INFO = both(Severity.INFO);

  static ByRole both(Severity severity) {
    return new ByRole(severity, severity);
  }

  Severity at(EndpointContext context) {
    return context.role().isSubmission() ? submission : mx;
  }
}
