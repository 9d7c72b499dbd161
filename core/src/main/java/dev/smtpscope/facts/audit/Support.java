package dev.smtpscope.facts.audit;

/** Whether a server does something. */
public enum Support {
  YES,
  NO,
  UNKNOWN
}
