package dev.smtpscope.render.outline;

import dev.smtpscope.judge.software.Software;
import java.util.List;

/** The server software that was detected. */
public final class SoftwarePairs {
  private SoftwarePairs() {}

  /** Its name and what it was told from. */
  public static List<Block.Pair> of(Software software) {
    return List.of(
        new Block.Pair("Software", name(software)),
        new Block.Pair("Told from", String.join("; ", software.evidence())));
  }

  private static String name(Software software) {
    String version = software.version().map(v -> " " + v).orElse("");
    String certainty =
        switch (software.certainty()) {
          case STATED -> " (says so itself)";
          case LIKELY -> " (likely)";
          case POSSIBLE -> " (possibly)";
        };
    return software.product().label() + version + certainty;
  }
}
