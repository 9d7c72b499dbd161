package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.reference.Alerts;

/** The names of alerts. */
public final class TlsAlerts {
  private TlsAlerts() {}

  /** The alert of a code; one that is not known is called {@code alert_N}. */
  public static TlsAlert named(int code) {
    return new TlsAlert(code, Alerts.of(code).name());
  }
}
