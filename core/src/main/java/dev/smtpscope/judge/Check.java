package dev.smtpscope.judge;

import java.util.List;

/**
 * One question about a subject. A check is a pure function of the facts and the ruleset in its
 * context; it holds no state and may be used by any number of threads.
 */
public sealed interface Check {
  /**
   * Stable, lower case, words joined by hyphens, named after the problem: {@code starttls-missing}.
   */
  String id();

  /** What is asked, in a few words. */
  String title();

  /** Every remedy that its findings may carry; the check's page repeats their lines. */
  List<Remedy> remedies();

  /** A check of one address and port. */
  non-sealed interface OfEndpoint extends Check {
    /** Whether the question arises there. */
    Applicability appliesTo(EndpointContext context);

    /** The answer; called only when the check applies. */
    Judgement judge(EndpointContext context);
  }

  /** A check of a mail domain as a whole. */
  non-sealed interface OfDomain extends Check {
    /** Whether the question arises there. */
    Applicability appliesTo(DomainContext context);

    /** The answer; called only when the check applies. */
    Judgement judge(DomainContext context);
  }

  /** A check of the host as a whole. */
  non-sealed interface OfHost extends Check {
    /** Whether the question arises there. */
    Applicability appliesTo(HostContext context);

    /** The answer; called only when the check applies. */
    Judgement judge(HostContext context);
  }
}
