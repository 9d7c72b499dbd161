package dev.smtpscope.facts.audit;

/** How much a TLS audit asks. */
public enum AuditDepth {
  /** Versions, and the classes of suites that matter most, in at most 8 connections. */
  QUICK,
  /** All that can be asked with well-formed hellos and complete handshakes. */
  FULL,
  /** The same, and tests that behave as an attacker would, up to the point where harm begins. */
  DEEP
}
