package dev.smtpscope.judge.software;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.facts.TranscriptLine.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the server said, as far as it tells the software.
 *
 * @param lines bounded in number and length
 * @param names the host names by which the server introduces itself, in lower case
 * @param keywords those of EHLO in plain text, then those inside TLS, each in the order they came
 */
record Speech(List<Line> lines, Set<String> names, List<List<String>> keywords) {
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final int MOST_LINES = 16;
  private static final int MOST_KEYWORDS = 64;

  /** The speech of one connection. */
  static Speech of(EndpointFacts facts) {
    var names = new LinkedHashSet<String>();
    greetingName(facts.greeting()).ifPresent(names::add);
    hellos(facts).flatMap(h -> h.serverName().stream()).map(Speech::lower).forEach(names::add);
    String own = ownName(facts);
    return new Speech(
        lines(facts, own), names, hellos(facts).map(Speech::keywords).distinct().toList());
  }

  /** The name at the beginning of the reply to EHLO, if it is one: some reply "Hello" first. */
  private static String ownName(EndpointFacts facts) {
    String greeting = facts.greeting().received().map(r -> r.lines().getFirst()).orElse("");
    String first = SPACE.split(greeting.strip(), 2)[0];
    return hellos(facts)
        .flatMap(hello -> hello.serverName().stream())
        .filter(name -> Line.isHostName(name) || name.equalsIgnoreCase(first))
        .findFirst()
        .orElse("");
  }

  private static Optional<String> greetingName(Answer greeting) {
    return greeting
        .received()
        .flatMap(reply ->
            Stream.of(SPACE.split(reply.lines().getFirst().strip(), 3))
                .limit(2)
                .filter(Line::isHostName)
                .findFirst())
        .map(Speech::lower);
  }

  private static List<Line> lines(EndpointFacts facts, String own) {
    List<Line> lines = new ArrayList<>();
    add(lines, Place.GREETING, facts.greeting(), own);
    hellos(facts).forEach(hello -> addHello(lines, hello, own));
    starttls(facts.transcript()).forEach(t -> lines.add(Line.of(Place.STARTTLS, t, own)));
    add(lines, Place.QUIT, facts.quit(), own);
    if (facts.tls() instanceof TlsOutcome.Refused(Answer answer)) {
      add(lines, Place.STARTTLS, answer, own);
    }
    return List.copyOf(lines);
  }

  private static void addHello(List<Line> lines, Hello hello, String own) {
    Stream.of(hello.ehlo(), hello.helo())
        .flatMap(answer -> answer.received().stream())
        .forEach(reply -> {
          if (reply.isPositive()) {
            lines.add(Line.of(Place.HELLO, reply.lines().getFirst(), own));
          } else {
            add(lines, Place.REFUSAL, reply, own);
          }
        });
  }

  private static void add(List<Line> lines, Place place, Answer answer, String own) {
    answer
        .received()
        .ifPresent(reply -> add(lines, reply.isPositive() ? place : Place.REFUSAL, reply, own));
  }

  private static void add(List<Line> lines, Place place, Reply reply, String own) {
    reply.lines().stream().limit(MOST_LINES).forEach(text -> lines.add(Line.of(place, text, own)));
  }

  /** The texts of the 220 to STARTTLS, which only the transcript has. */
  private static List<String> starttls(List<TranscriptLine> transcript) {
    return transcript.stream()
        .dropWhile(l -> !(l.direction() == Direction.CLIENT && l.text().equals("STARTTLS")))
        .skip(1)
        .takeWhile(l -> l.direction() == Direction.SERVER)
        .filter(l -> l.text().startsWith("220") && l.text().length() > 4)
        .limit(MOST_LINES)
        .map(l -> l.text().substring(4))
        .toList();
  }

  private static List<String> keywords(Hello hello) {
    return hello.capabilities().all().stream()
        .limit(MOST_KEYWORDS)
        .map(Capability::keyword)
        .toList();
  }

  private static Stream<Hello> hellos(EndpointFacts facts) {
    return Stream.of(facts.hello(), facts.helloInTls());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
