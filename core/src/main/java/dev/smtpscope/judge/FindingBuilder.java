package dev.smtpscope.judge;

import dev.smtpscope.judge.software.Software;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a finding together part by part. Title, evidence, why and remedy are needed. For one finding
 * and one thread.
 */
public final class FindingBuilder {
  private final String id;
  private final Severity severity;
  private final Subject subject;
  private final Optional<Software> software;
  private final List<String> evidence = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private String title = "";
  private String why = "";
  private Optional<Remedy> remedy = Optional.empty();
  private Optional<Fix.Configuration> lines = Optional.empty();
  private String reproduce = "";

  private FindingBuilder(
      String id, Severity severity, Subject subject, Optional<Software> software) {
    this.id = id;
    this.severity = severity;
    this.subject = subject;
    this.software = software;
  }

  /** A finding about the endpoint of {@code context}. */
  public static FindingBuilder of(String id, Severity severity, EndpointContext context) {
    return new FindingBuilder(id, severity, context.subject(), context.software());
  }

  /** A finding about the domain of {@code context}. */
  public static FindingBuilder of(String id, Severity severity, DomainContext context) {
    return new FindingBuilder(id, severity, context.subject(), Optional.empty());
  }

  /** A finding about the host of {@code context}. */
  public static FindingBuilder of(String id, Severity severity, HostContext context) {
    return new FindingBuilder(id, severity, context.subject(), Optional.empty());
  }

  /** One line, true of this subject, without a full stop. */
  public FindingBuilder title(String text) {
    title = text;
    return this;
  }

  /** What was seen, one line each; may be called again for more. */
  public FindingBuilder evidence(String... lines) {
    return evidence(List.of(lines));
  }

  /** What was seen, one line each; may be called again for more. */
  public FindingBuilder evidence(List<String> lines) {
    evidence.addAll(lines);
    return this;
  }

  /** Why it matters, in whole sentences. */
  public FindingBuilder why(String text) {
    why = text;
    return this;
  }

  /** How it is put right; the lines for the detected software are picked from it. */
  public FindingBuilder fix(Remedy how) {
    remedy = Optional.of(how);
    return this;
  }

  /**
   * The exact lines that put this finding right, in place of those for a software.
   *
   * @param kind of thing they are written in, such as {@code DNS}
   * @param where they belong
   */
  public FindingBuilder publish(String kind, String where, List<String> exact) {
    lines = Optional.of(new Fix.Configuration(kind, where, exact));
    return this;
  }

  /** Where the rule comes from. */
  public FindingBuilder see(Reference... where) {
    references.addAll(List.of(where));
    return this;
  }

  /** The command that shows the same. */
  public FindingBuilder reproduce(String command) {
    reproduce = command;
    return this;
  }

  /** The finding. */
  public Finding build() {
    if (title.isEmpty() || why.isEmpty() || evidence.isEmpty()) {
      throw new IllegalStateException("title, why or evidence of " + id + " is missing");
    }
    return new Finding(id, severity, subject, title, evidence, why, fix(), references, reproduce);
  }

  private Fix fix() {
    Fix usual = remedy.orElseThrow().fix(software);
    return lines.isPresent() ? new Fix(usual.advice(), lines) : usual;
  }

  /** A failure with this finding alone. */
  public Judgement fail() {
    return Judgement.fail(build());
  }
}
