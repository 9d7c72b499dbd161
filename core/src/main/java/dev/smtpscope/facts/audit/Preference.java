package dev.smtpscope.facts.audit;

/** Whose order of preference decides. */
public enum Preference {
  /** The server's. */
  SERVER,
  /** The client's. */
  CLIENT,
  /** The server's, but ChaCha20 for a client that puts it first. */
  SERVER_UNLESS_CHACHA,
  /** There is but one to choose from. */
  SINGLE,
  UNKNOWN
}
