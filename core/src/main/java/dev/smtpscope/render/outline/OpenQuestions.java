package dev.smtpscope.render.outline;

import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Verdicts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The checks that could not be answered, with the reason, gathered by reason and subject. */
final class OpenQuestions {
  private OpenQuestions() {}

  private record Obstacle(String subject, String why) {}

  static Optional<Block> of(Verdicts verdicts) {
    Map<Obstacle, Set<String>> checks = new LinkedHashMap<>();
    for (CheckResult result : verdicts.results()) {
      if (result.judgement() instanceof Judgement.Inconclusive(String why)) {
        checks
            .computeIfAbsent(
                new Obstacle(result.subject().toString(), why), o -> new LinkedHashSet<>())
            .add(result.checkId());
      }
    }
    return checks.isEmpty() ? Optional.empty() : Optional.of(section(checks));
  }

  private static Block section(Map<Obstacle, Set<String>> checks) {
    List<String> items =
        checks.entrySet().stream()
            .map(e -> e.getKey().subject() + ": " + e.getKey().why() + ". Checks: " + list(e))
            .toList();
    return new Block.Section("Not answered", List.of(new Block.Bullets(items)));
  }

  private static String list(Map.Entry<Obstacle, Set<String>> entry) {
    return String.join(", ", entry.getValue()) + ".";
  }
}
