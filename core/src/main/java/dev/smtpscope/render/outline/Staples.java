package dev.smtpscope.render.outline;

import dev.smtpscope.facts.OcspStaple;
import dev.smtpscope.facts.OcspStaple.Content;
import dev.smtpscope.facts.OcspStaple.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stapled OCSP response says. */
final class Staples {
  private Staples() {}

  static List<Block.Pair> pairs(Optional<OcspStaple> staple) {
    return staple
        .map(present -> pairs(present.content()))
        .orElseGet(() -> List.of(response("not stapled")));
  }

  private static List<Block.Pair> pairs(Content content) {
    return switch (content) {
      case Content.Unreadable unreadable -> List.of(response("stapled, but can't be read"));
      case Content.Unsuccessful(var status) -> List.of(response("stapled error: " + status));
      case Content.Answered answer -> answered(answer);
    };
  }

  private static List<Block.Pair> answered(Content.Answered answer) {
    List<Block.Pair> pairs = new ArrayList<>();
    pairs.add(response("stapled: " + status(answer.status()) + about(answer)));
    pairs.add(new Block.Pair("OCSP time", time(answer)));
    pairs.add(new Block.Pair("OCSP by", answer.responder() + signed(answer)));
    return pairs;
  }

  private static String about(Content.Answered answer) {
    return answer.aboutLeaf() ? "" : " (of another certificate)";
  }

  private static String status(Status status) {
    return switch (status) {
      case Status.Good good -> "good";
      case Status.Revoked(var at, var reason) ->
          "revoked " + Figures.dateTime(at) + reason.map(r -> ", " + r).orElse("");
      case Status.Unknown unknown -> "unknown to the responder";
    };
  }

  private static String time(Content.Answered answer) {
    return "from "
        + Figures.dateTime(answer.thisUpdate())
        + answer.nextUpdate().map(end -> " until " + Figures.dateTime(end)).orElse("");
  }

  private static String signed(Content.Answered answer) {
    return switch (answer.signature()) {
      case VALID -> " (signature valid)";
      case INVALID -> " (signature invalid)";
      case UNCHECKED -> " (signature not checked)";
    };
  }

  private static Block.Pair response(String text) {
    return new Block.Pair("OCSP response", text);
  }
}
