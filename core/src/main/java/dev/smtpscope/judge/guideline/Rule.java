package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.audit.Trait;

/** Something that a guideline asks of a server. */
@FunctionalInterface
interface Rule {
  /** Whether it holds, and what tells so. */
  Trait holds(Scope scope);
}
