package dev.smtpscope.judge.software;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.facts.TranscriptLine.Direction;
import dev.smtpscope.target.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Conversations with servers, written as they go over the wire. */
final class Conversations {
  private static final Answer NOT_ASKED = new Answer.NotAsked("not in the case");

  private Conversations() {}

  /** A conversation and what is to be told from it. */
  record Case(String expected, List<String> lines) {
    EndpointFacts facts() {
      return Conversations.facts(lines);
    }

    @Override
    public String toString() {
      return expected + ": " + lines.getFirst();
    }
  }

  /** The cases of a resource beside this class, or of a file of the same form. */
  static Stream<Case> of(String resource) {
    try (var in = Objects.requireNonNull(Conversations.class.getResourceAsStream(resource))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.replaceAll("(?m)^#.*\n", "").split("\n\n+"))
          .map(String::strip)
          .filter(block -> !block.isEmpty())
          .map(Conversations::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case parse(String block) {
    List<String> lines = block.lines().toList();
    return new Case(lines.getFirst().substring(1).strip(), lines.subList(1, lines.size()));
  }

  /** The facts of a conversation: the greeting, then commands after {@code >} and replies. */
  static EndpointFacts facts(List<String> lines) {
    List<String> commands = new ArrayList<>(List.of(""));
    List<Answer> answers = new ArrayList<>();
    List<String> reply = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("> ")) {
        answers.add(answer(reply));
        reply.clear();
        commands.add(line.substring(2));
      } else {
        reply.add(line);
      }
    }
    answers.add(answer(reply));
    return facts(commands, answers, transcript(lines));
  }

  private static EndpointFacts facts(
      List<String> commands, List<Answer> answers, List<TranscriptLine> transcript) {
    int second =
        commands.lastIndexOf("EHLO") > commands.indexOf("STARTTLS") && commands.contains("STARTTLS")
            ? commands.lastIndexOf("EHLO")
            : -1;
    return new EndpointFacts(
        new Endpoint(InetAddress.ofLiteral("192.0.2.1"), Service.onPort(25)),
        new DialOutcome.Connected(),
        answers.getFirst(),
        hello(answer(answers, commands.indexOf("EHLO"))),
        new TlsOutcome.NotReached("not in the case"),
        hello(answer(answers, second)),
        answer(answers, commands.indexOf("QUIT")),
        List.of(),
        List.of(),
        transcript,
        Duration.ZERO,
        Optional.empty());
  }

  private static Answer answer(List<Answer> answers, int index) {
    return index < 0 ? NOT_ASKED : answers.get(index);
  }

  private static Hello hello(Answer ehlo) {
    Optional<Reply> positive = ehlo.received().filter(Reply::isPositive);
    return new Hello(ehlo, NOT_ASKED, positive.map(Capabilities::of).orElse(Capabilities.NONE));
  }

  private static Answer answer(List<String> lines) {
    int code = Integer.parseInt(lines.getLast().substring(0, 3));
    return new Answer.Replied(
        new Reply(code, lines.stream().map(l -> l.length() > 4 ? l.substring(4) : "").toList()));
  }

  private static List<TranscriptLine> transcript(List<String> lines) {
    return lines.stream()
        .map(line ->
            line.startsWith("> ")
                ? line(Direction.CLIENT, line.substring(2))
                : line(Direction.SERVER, line))
        .toList();
  }

  private static TranscriptLine line(Direction direction, String text) {
    return new TranscriptLine(Duration.ZERO, direction, false, text);
  }
}
