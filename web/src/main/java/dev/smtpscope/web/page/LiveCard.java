package dev.smtpscope.web.page;

import dev.smtpscope.facts.Stage;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.target.Service;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * One address and port while it is tested. Used by one thread.
 *
 * <p>What the script in the page does with events, this does for browsers without scripts.
 */
final class LiveCard {
  private static final List<Stage> STARTTLS = List.of(Stage.values());
  private static final List<Stage> IMPLICIT =
      List.of(Stage.CONNECT, Stage.HANDSHAKE, Stage.GREETING, Stage.EHLO_IN_TLS, Stage.QUIT);
  private static final List<Stage> PLAIN =
      List.of(Stage.CONNECT, Stage.GREETING, Stage.EHLO, Stage.QUIT);

  private final String id;
  private final Service service;
  private final String address;
  private final List<Step> steps = new ArrayList<>();
  private Mark mark = Mark.OPEN;
  private Phase phase = Phase.WAITING;
  private String word = "waiting";
  private String sentence = "";

  LiveCard(String id, Service service, String address) {
    this.id = id;
    this.service = service;
    this.address = address;
    stages(service).forEach(stage -> steps.add(new Step(stage, "", "")));
  }

  /** How far it is. */
  enum Phase {
    WAITING,
    RUNNING,
    DONE;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A stage.
   *
   * @param state empty, {@code running}, {@code done}, {@code failed} or, broken off, {@code left}
   * @param took such as {@code 12 ms} or {@code failed, 12 ms}
   */
  record Step(Stage stage, String state, String took) {}

  private static List<Stage> stages(Service service) {
    return switch (service.tls()) {
      case STARTTLS -> STARTTLS;
      case IMPLICIT -> IMPLICIT;
      case NONE -> PLAIN;
    };
  }

  void begin() {
    phase = Phase.RUNNING;
    word = "under way";
  }

  /** Says how many connections the TLS audit has opened. */
  void audit(int connections) {
    word = "TLS audit, " + Words.count(connections, "connection");
  }

  void step(Stage stage, String state, String took) {
    steps.replaceAll(step -> step.stage() == stage ? new Step(stage, state, took) : step);
  }

  /** Says that a stage which has ended did not lead where it should. */
  void fail(Stage stage) {
    steps.replaceAll(
        step -> step.stage() == stage ? new Step(stage, "failed", failed(step.took())) : step);
  }

  private static String failed(String took) {
    return took.isEmpty() ? "failed" : "failed, " + took;
  }

  void end(Mark outcome, String state, String words) {
    steps.replaceAll(
        step -> step.state().equals("running") ? new Step(step.stage(), "left", "") : step);
    phase = Phase.DONE;
    mark = outcome;
    word = state;
    sentence = words;
  }

  String id() {
    return id;
  }

  Service service() {
    return service;
  }

  String address() {
    return address;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  Mark mark() {
    return mark;
  }

  Phase phase() {
    return phase;
  }

  String word() {
    return word;
  }

  String sentence() {
    return sentence;
  }
}
