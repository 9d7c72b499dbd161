package dev.smtpscope.event;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.target.Target;

/**
 * A step of a running scan. What has finished carries the fact itself, so that a live view and the
 * final report cannot disagree.
 */
public sealed interface ScanEvent {
  record ScanStarted(Target target) implements ScanEvent {}

  /** It is known which servers are looked at. */
  record RouteFound(Target target, Route route) implements ScanEvent {}

  record EndpointStarted(Endpoint endpoint) implements ScanEvent {}

  record StageStarted(Endpoint endpoint, Stage stage) implements ScanEvent {}

  record StageFinished(Endpoint endpoint, StageTime time) implements ScanEvent {}

  /**
   * The TLS audit of an endpoint goes on.
   *
   * @param connections opened for it so far
   */
  record AuditProgress(Endpoint endpoint, int connections) implements ScanEvent {}

  record EndpointFinished(EndpointFacts facts) implements ScanEvent {}

  record ScanFinished(Facts facts) implements ScanEvent {}
}
