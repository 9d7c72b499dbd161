package dev.smtpscope.render.html;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.EnhancedCode;
import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.facts.TranscriptLine.Direction;
import dev.smtpscope.render.outline.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conversation with one endpoint. */
record TranscriptView(String where, List<Line> lines) {
  private static final Pattern REPLY =
      Pattern.compile("([2-5]\\d\\d)([ -]?)((?:[245]\\.\\d{1,3}\\.\\d{1,3}(?= |$))?)(.*)");

  /**
   * One line.
   *
   * @param who C, S or an event's dash
   * @param spoken the same as a word
   */
  record Line(String at, boolean inTls, String who, String spoken, List<Piece> text) {}

  static List<TranscriptView> of(List<EndpointFacts> endpoints, Links links) {
    return endpoints.stream()
        .filter(e -> !e.transcript().isEmpty())
        .map(e ->
            new TranscriptView(
                e.endpoint().toString(),
                e.transcript().stream().map(line -> line(line, links)).toList()))
        .toList();
  }

  private static Line line(TranscriptLine line, Links links) {
    String spoken =
        switch (line.direction()) {
          case CLIENT -> "client";
          case SERVER -> "server";
          case EVENT -> "event";
        };
    return new Line(
        Figures.offset(line.at()),
        line.inTls(),
        who(line.direction()),
        spoken,
        line.direction() == Direction.SERVER
            ? pieces(line.text(), links)
            : List.of(Piece.plain(line.text())));
  }

  private static String who(Direction direction) {
    return switch (direction) {
      case CLIENT -> "C";
      case SERVER -> "S";
      case EVENT -> "–";
    };
  }

  private static List<Piece> pieces(String text, Links links) {
    Matcher m = REPLY.matcher(text);
    if (!m.matches()) {
      return List.of(Piece.plain(text));
    }
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.of(m.group(1), new Term.OfReply(Integer.parseInt(m.group(1))), links));
    pieces.add(Piece.plain(m.group(2)));
    EnhancedCode.leading(m.group(3))
        .ifPresent(code -> pieces.add(Piece.of(m.group(3), new Term.OfStatus(code), links)));
    pieces.add(Piece.plain(m.group(4)));
    return pieces;
  }
}
