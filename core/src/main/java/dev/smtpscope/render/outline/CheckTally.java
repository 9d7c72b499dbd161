package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;

/** How many checks ended how. */
public record CheckTally(long passed, long failed, long open) {
  /** The numbers in a sentence. */
  public static String of(Verdicts verdicts) {
    return new CheckTally(
            count(verdicts, Judgement.Pass.class),
            count(verdicts, Judgement.Fail.class),
            count(verdicts, Judgement.Inconclusive.class))
        .sentence();
  }

  private static long count(Verdicts verdicts, Class<? extends Judgement> kind) {
    return verdicts.results().stream().filter(r -> kind.isInstance(r.judgement())).count();
  }

  private String sentence() {
    List<String> parts = new ArrayList<>();
    if (passed > 0) {
      parts.add(Words.count(passed, "check") + " passed");
    }
    if (failed > 0) {
      parts.add((passed > 0 ? Long.toString(failed) : Words.count(failed, "check")) + " failed");
    }
    if (open > 0) {
      parts.add(
          (passed + failed > 0 ? Long.toString(open) : Words.count(open, "check"))
              + " could not be answered");
    }
    return parts.isEmpty() ? "Nothing could be checked." : Words.list(parts) + ".";
  }
}
