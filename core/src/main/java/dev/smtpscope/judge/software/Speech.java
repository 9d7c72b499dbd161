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
    var keywords = new LinkedHashSet<List<String>>();
    greetingName(facts.greeting()).ifPresent(names::add);
    for (Hello hello : hellos(facts)) {
      hello.serverName().map(Speech::lower).ifPresent(names::add);
      keywords.add(keywords(hello));
    }
    return new Speech(lines(facts, ownName(facts)), names, List.copyOf(keywords));
  }

  /** The name at the beginning of the reply to EHLO, if it is one: some reply "Hello" first. */
  private static String ownName(EndpointFacts facts) {
    String greeting = facts.greeting().received().map(r -> r.lines().getFirst()).orElse("");
    String first = SPACE.split(greeting.strip(), 2)[0];
    for (Hello hello : hellos(facts)) {
      Optional<String> name =
          hello.serverName().filter(n -> Line.isHostName(n) || n.equalsIgnoreCase(first));
      if (name.isPresent()) {
        return name.get();
      }
    }
    return "";
  }

  private static Optional<String> greetingName(Answer greeting) {
    return greeting
        .received()
        .flatMap(reply -> firstHostName(SPACE.split(reply.lines().getFirst().strip(), 3)))
        .map(Speech::lower);
  }

  /** One of the first two words. */
  private static Optional<String> firstHostName(String[] words) {
    for (int i = 0; i < Math.min(2, words.length); i++) {
      if (Line.isHostName(words[i])) {
        return Optional.of(words[i]);
      }
    }
    return Optional.empty();
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
    for (Answer answer : List.of(hello.ehlo(), hello.helo())) {
      answer
          .received()
          .ifPresent(reply -> {
            if (reply.isPositive()) {
              lines.add(Line.of(Place.HELLO, reply.lines().getFirst(), own));
            } else {
              add(lines, Place.REFUSAL, reply, own);
            }
          });
    }
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
    List<String> keywords = new ArrayList<>();
    for (Capability capability : hello.capabilities().all()) {
      if (keywords.size() < MOST_KEYWORDS) {
        keywords.add(capability.keyword());
      }
    }
    return keywords;
  }

  private static List<Hello> hellos(EndpointFacts facts) {
    return List.of(facts.hello(), facts.helloInTls());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
