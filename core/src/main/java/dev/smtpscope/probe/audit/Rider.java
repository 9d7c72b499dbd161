package dev.smtpscope.probe.audit;

import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.Optional;

/** Something to find out by a change to hellos that are sent for another reason. */
interface Rider {
  /** Whether nothing is left to find out. */
  boolean isDone(Findings known);

  /** {@code hello} with the change. */
  ClientHello on(ClientHello hello, Findings known);

  /**
   * Takes the answer.
   *
   * @param flight where the server accepted
   * @return whether the answer counts for what the hello was sent for, too
   */
  boolean hear(HelloOutcome outcome, Optional<ServerFlight> flight, Findings known);

  /** Hears what the server chose from the same hello without the change. */
  default void heardPlain(ServerFlight flight, Findings known) {}

  /** Whether it waits for a hello of suites of its own. */
  default boolean isWaiting() {
    return false;
  }

  /** Whether {@code suite} can tell what it wants to know. */
  default boolean suits(SuiteProperties suite) {
    return true;
  }

  /** Whether the change leaves the server the whole choice of suites. */
  default boolean isNeutral() {
    return true;
  }

  /** Whether the answer to a hello without any change would complete what was found out. */
  default boolean awaitsPlain() {
    return false;
  }
}
