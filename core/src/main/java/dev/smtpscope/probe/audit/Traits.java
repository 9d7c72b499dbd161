package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;

/** What is concluded from outcomes. */
final class Traits {
  private Traits() {}

  /** No where the server refused by an alert; anything else may have other reasons. */
  static Trait refusal(HelloOutcome outcome) {
    return outcome instanceof HelloOutcome.Alert
        ? Trait.no(Outcomes.words(outcome))
        : Trait.unknown(Outcomes.words(outcome));
  }

  /** The same after a second try: silence still tells nothing, hanging up does. */
  static Trait confirmedRefusal(HelloOutcome outcome) {
    return Outcomes.isHangUp(outcome)
        ? Trait.no(Outcomes.words(outcome) + ", twice")
        : refusal(outcome);
  }
}
