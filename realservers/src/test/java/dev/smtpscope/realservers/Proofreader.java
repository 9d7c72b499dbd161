package dev.smtpscope.realservers;

import dev.smtpscope.judge.Fix;
import java.util.List;

/** A server's own program as the judge of lines for its configuration. */
interface Proofreader {
  /**
   * What it objects to in the lines, set where they belong in a configuration that is otherwise in
   * order; empty when all is well.
   *
   * @throws Unavailable when its package cannot be had
   */
  List<String> objections(Fix.Configuration advised);
}
