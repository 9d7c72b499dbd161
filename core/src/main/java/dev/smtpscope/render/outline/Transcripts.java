package dev.smtpscope.render.outline;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.TranscriptLine;
import java.util.List;

/** The conversations line by line: offset in seconds, whether inside TLS, who spoke. */
final class Transcripts {
  private static final int HANG = 17;

  private Transcripts() {}

  static List<Block> of(Facts facts) {
    return facts.endpoints().stream()
        .filter(endpoint -> !endpoint.transcript().isEmpty())
        .map(Transcripts::section)
        .toList();
  }

  private static Block section(EndpointFacts endpoint) {
    List<String> lines = endpoint.transcript().stream().map(Transcripts::line).toList();
    return new Block.Section(
        "Conversation with " + endpoint.endpoint(), List.of(new Block.Verbatim(lines, HANG)));
  }

  private static String line(TranscriptLine line) {
    String at = Figures.offset(line.at());
    return " ".repeat(Math.max(0, 8 - at.length()))
        + at
        + (line.inTls() ? "  TLS" : "     ")
        + who(line.direction())
        + line.text();
  }

  private static String who(TranscriptLine.Direction direction) {
    return switch (direction) {
      case CLIENT -> " C: ";
      case SERVER -> " S: ";
      case EVENT -> " -- ";
    };
  }
}
