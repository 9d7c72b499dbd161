package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings that say the same of several subjects.
 *
 * @param findings at least one
 */
public record FindingGroup(List<Finding> findings) {
  public FindingGroup {
    findings = List.copyOf(findings);
  }

  private record Sameness(String id, Severity severity, String title, String why, Fix fix) {
    static Sameness of(Finding f) {
      return new Sameness(f.id(), f.severity(), f.title(), f.why(), f.fix());
    }
  }

  /** The groups, in the order of their first findings. */
  public static List<FindingGroup> of(List<Finding> findings) {
    Map<Sameness, List<Finding>> groups = new LinkedHashMap<>();
    findings.forEach(f -> groups.computeIfAbsent(Sameness.of(f), same -> new ArrayList<>()).add(f));
    return groups.values().stream().map(FindingGroup::new).toList();
  }

  /** The one to take what they share from. */
  public Finding first() {
    return findings.getFirst();
  }

  /** Where it was found. */
  public List<String> subjects() {
    return findings.stream().map(f -> f.subject().toString()).distinct().toList();
  }

  /** The id of the check, without what follows a slash. */
  public String checkId() {
    return first().id().split("/", 2)[0];
  }

  /** What was seen; each line tells its subject unless all saw the same. */
  public List<String> evidence() {
    Set<List<String>> different = new LinkedHashSet<>();
    findings.forEach(f -> different.add(f.evidence()));
    return different.size() == 1 ? first().evidence() : withSubjects();
  }

  private List<String> withSubjects() {
    return findings.stream()
        .flatMap(f -> f.evidence().stream().map(e -> f.subject() + "  " + e))
        .toList();
  }
}
