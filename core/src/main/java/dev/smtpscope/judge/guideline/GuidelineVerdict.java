package dev.smtpscope.judge.guideline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a server stands by a guideline.
 *
 * @param id its name in options
 * @param title with its edition
 * @param verdict in a few words, in the guideline's own where it grades
 * @param known whether nothing that is not known could make it worse
 */
public record GuidelineVerdict(
    String id,
    String name,
    String title,
    String url,
    String verdict,
    boolean known,
    List<Clause> clauses) {
  public GuidelineVerdict {
    clauses = List.copyOf(clauses);
  }

  /**
   * One requirement.
   *
   * @param clause where the guideline has it
   * @param level how much it weighs
   * @param evidence what it was judged by, or why it is not known
   */
  public record Clause(
      String clause, Level level, String requirement, Standing standing, String evidence) {}

  static GuidelineVerdict of(Guideline guideline, List<Clause> clauses) {
    Optional<Level> failed = worst(clauses, Standing.NOT_MET);
    Optional<Level> open = worst(clauses, Standing.NOT_KNOWN);
    boolean known = open.isEmpty() || failed.filter(f -> f.compareTo(open.get()) <= 0).isPresent();
    String reached = failed.map(Level::verdict).orElse(guideline.best());
    return new GuidelineVerdict(
        guideline.id(),
        guideline.name(),
        guideline.title(),
        guideline.url(),
        known ? reached : "not known, at best " + reached,
        known,
        clauses);
  }

  private static Optional<Level> worst(List<Clause> clauses, Standing standing) {
    return having(clauses, standing).map(Clause::level).min(Level::compareTo);
  }

  private static Stream<Clause> having(List<Clause> clauses, Standing standing) {
    return clauses.stream().filter(c -> c.standing() == standing);
  }

  /** How many requirements stand so. */
  public long count(Standing standing) {
    return having(clauses, standing).count();
  }
}
