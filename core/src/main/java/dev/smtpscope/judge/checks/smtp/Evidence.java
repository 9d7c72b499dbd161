package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was seen, as lines of a finding. */
final class Evidence {
  private static final int LINES = 12;
  private static final int WIDTH = 200;

  private Evidence() {}

  /** The reply as it came over the wire, shortened where it is long. */
  static List<String> of(Reply reply) {
    List<String> lines = new ArrayList<>();
    int last = reply.lines().size() - 1;
    for (int i = 0; i <= last && i < LINES; i++) {
      String text = reply.code() + (i < last ? "-" : " ") + reply.lines().get(i);
      lines.add(Words.shortened(text.strip(), WIDTH));
    }
    if (last >= LINES) {
      lines.add("(" + Words.count(last + 1L - LINES, "more line") + ")");
    }
    return lines;
  }

  /** The answer to {@code what}: the reply, or what came in its place. */
  static List<String> of(String what, Answer answer) {
    return switch (answer) {
      case Answer.Replied(var reply) -> of(reply);
      case Answer.Silent(var waited, var partial) ->
          with(partial, "no answer to " + what + " within " + Words.duration(waited));
      case Answer.Closed(var partial) ->
          with(partial, "connection closed without an answer to " + what);
      case Answer.Reset(var partial) ->
          with(partial, "connection reset without an answer to " + what);
      case Answer.NotSmtp(var protocol, var beginning) ->
          with(beginning, "the answer to " + what + " is " + protocol.label());
      case Answer.Excessive(var limit, var beginning) ->
          with(beginning, "more than " + limit + " octets in answer to " + what);
      case Answer.Interrupted(var partial) ->
          with(partial, "broken off while waiting for the answer to " + what);
      case Answer.NotAsked(var why) -> List.of(what + " not sent: " + why);
    };
  }

  /** The capability lines, as they came. */
  static List<String> of(Stream<Capability> capabilities) {
    return capabilities.map(c -> "250 " + Words.shortened(c.line(), WIDTH)).toList();
  }

  /** A statement, and the peer's bytes it rests on where there are any. */
  static List<String> with(String bytes, String statement) {
    return bytes.isEmpty()
        ? List.of(statement)
        : List.of(statement, "received: " + Words.shortened(bytes, WIDTH));
  }
}
