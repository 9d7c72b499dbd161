package dev.smtpscope.probe.audit;

/** Something that an audit wants to know. */
interface Question {
  /** What it asks for, in words that follow "not asked:". */
  String subject();

  /** Whether it can be asked, from what is known. */
  Readiness readiness(Findings known);

  /**
   * Asks, and writes what it learns on the board at once.
   *
   * @throws EndedException when no more can be asked
   */
  void ask(Asker asker, Findings known) throws EndedException;

  /** When a question is asked. */
  enum Readiness {
    /** Now. */
    READY,
    /** Once more is known. */
    NOT_YET,
    /** Never: the answer is known, or there is none. */
    MOOT
  }
}
