package dev.smtpscope.facts.dns;

/** Why a question has no answer. What it asks for may exist or not. */
public enum DnsFailure {
  /** No answer in time. */
  TIMEOUT,
  /** The resolver could not be reached. */
  UNREACHABLE,
  /** The resolver found no answer itself (SERVFAIL). */
  SERVFAIL,
  /** The resolver will not answer us (REFUSED). */
  REFUSED,
  /** Another error code. */
  ERROR_CODE,
  /** An answer that can't be understood. */
  MALFORMED,
  /** CNAMEs that lead back to themselves, or too many of them. */
  CNAME_LOOP,
  /** The check was stopped. */
  STOPPED
}
