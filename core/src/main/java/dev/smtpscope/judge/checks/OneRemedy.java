package dev.smtpscope.judge.checks;

import dev.smtpscope.judge.Remedy;
import java.util.List;

/** What the checks that have one remedy for all that they find have in common. */
abstract class OneRemedy {
  private final String id;
  private final String title;
  private final Remedy remedy;

  OneRemedy(String id, String title, Remedy remedy) {
    this.id = id;
    this.title = title;
    this.remedy = remedy;
  }

  public final String id() {
    return id;
  }

  public final String title() {
    return title;
  }

  public final List<Remedy> remedies() {
    return List.of(remedy);
  }

  final Remedy remedy() {
    return remedy;
  }
}
