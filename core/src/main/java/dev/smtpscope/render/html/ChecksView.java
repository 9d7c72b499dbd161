package dev.smtpscope.render.html;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Checks;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.render.outline.OpenQuestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The checks that found nothing: what they asked, and why some had no answer. */
record ChecksView(List<Asked> passed, List<Open> open, List<Asked> notApplicable) {
  /** A check and what to say of it, mostly where it was asked. */
  record Asked(Piece check, String title, List<String> remarks) {}

  /** Checks that one reason kept from an answer. */
  record Open(String subject, String why, List<Piece> checks) {}

  static ChecksView of(Verdicts verdicts, Links links) {
    return new ChecksView(
        asked(
            verdicts,
            links,
            r ->
                r.judgement() instanceof Judgement.Pass
                    ? Optional.of(r.subject().toString())
                    : Optional.empty()),
        OpenQuestions.groups(verdicts).stream().map(group -> open(group, links)).toList(),
        asked(
            verdicts,
            links,
            r ->
                r.judgement() instanceof Judgement.NotApplicable(var why)
                    ? Optional.of(why)
                    : Optional.empty()));
  }

  boolean isEmpty() {
    return passed.isEmpty() && open.isEmpty() && notApplicable.isEmpty();
  }

  private static List<Asked> asked(
      Verdicts verdicts, Links links, Function<CheckResult, Optional<String>> remark) {
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    for (CheckResult result : verdicts.results()) {
      remark
          .apply(result)
          .ifPresent(
              text -> remarks.computeIfAbsent(result.checkId(), id -> new ArrayList<>()).add(text));
    }
    return remarks.entrySet().stream()
        .map(e ->
            new Asked(
                piece(e.getKey(), links),
                title(e.getKey()),
                e.getValue().stream().distinct().toList()))
        .toList();
  }

  private static Open open(OpenQuestions.Group group, Links links) {
    return new Open(
        group.subject(), group.why(), group.checks().stream().map(id -> piece(id, links)).toList());
  }

  private static Piece piece(String id, Links links) {
    return Piece.of(id, new Term.OfCheck(id), links);
  }

  private static String title(String id) {
    return Checks.ALL.stream()
        .filter(check -> check.id().equals(id))
        .map(Check::title)
        .findFirst()
        .orElse("");
  }
}
