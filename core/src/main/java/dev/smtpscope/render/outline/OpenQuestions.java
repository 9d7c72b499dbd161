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
public final class OpenQuestions {
  private OpenQuestions() {}

  /**
   * Checks that one reason kept from an answer.
   *
   * @param checks their ids
   */
  public record Group(String subject, String why, List<String> checks) {
    public Group {
      checks = List.copyOf(checks);
    }
  }

  private record Obstacle(String subject, String why) {}

  /** The groups, in the order of the results. */
  public static List<Group> groups(Verdicts verdicts) {
    Map<Obstacle, Set<String>> checks = new LinkedHashMap<>();
    for (CheckResult result : verdicts.results()) {
      if (result.judgement() instanceof Judgement.Inconclusive(String why)) {
        checks
            .computeIfAbsent(
                new Obstacle(result.subject().toString(), why), o -> new LinkedHashSet<>())
            .add(result.checkId());
      }
    }
    return checks.entrySet().stream()
        .map(e -> new Group(e.getKey().subject(), e.getKey().why(), List.copyOf(e.getValue())))
        .toList();
  }

  static Optional<Block> of(Verdicts verdicts) {
    List<String> items = groups(verdicts).stream().map(OpenQuestions::sentence).toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Section("Not answered", List.of(new Block.Bullets(items))));
  }

  private static String sentence(Group group) {
    String checks = String.join(", ", group.checks());
    return group.subject() + ": " + group.why() + ". Checks: " + checks + ".";
  }
}
