package dev.smtpscope.judge.software;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a clue looks for. Every search takes time linear in the text. */
sealed interface Sign {
  /** What was found, as a sentence's subject and verb; empty when it is not there. */
  Optional<Trace> in(Speech speech);

  /** The sentence that tells of a sign, and the line it stands in, where it is one line. */
  record Trace(String sentence, Optional<Line> line, String after) {
    static Trace of(String sentence) {
      return new Trace(sentence, Optional.empty(), "");
    }
  }

  /**
   * These words stand in a line, as words of their own. The first word of a line is as a rule the
   * host's name: a single word does not count there, nor one that is negated.
   */
  record Says(Place place, String phrase) implements Sign {
    private static final Set<String> NEGATIONS =
        Set.of("not", "no", "non", "isn't", "never", "for", "from", "like", "unlike", "than");

    public Says {
      phrase = phrase.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Trace> in(Speech speech) {
      for (Line line : speech.lines()) {
        if (line.place() == place) {
          int end = end(line.lower());
          if (end >= 0) {
            return Optional.of(trace(line, line.text().substring(end)));
          }
        }
      }
      return Optional.empty();
    }

    private Trace trace(Line line, String after) {
      return new Trace(Quote.of(place, line.raw()), Optional.of(line), after);
    }

    /** Where the phrase ends in {@code text}, -1 when it does not stand there. */
    private int end(String text) {
      for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        int end = at + phrase.length();
        if (begins(text, at) && ends(text, end)) {
          return end;
        }
      }
      return -1;
    }

    private boolean begins(String text, int at) {
      if (at == 0) {
        return phrase.indexOf(' ') > 0;
      }
      char before = text.charAt(at - 1);
      return !Character.isLetterOrDigit(before)
          && ".-_@".indexOf(before) < 0
          && !NEGATIONS.contains(wordBefore(text, at));
    }

    private static String wordBefore(String text, int at) {
      String before = text.substring(0, at).stripTrailing();
      return before.substring(before.lastIndexOf(' ') + 1);
    }

    private boolean ends(String text, int end) {
      if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end - 1))) {
        return true;
      }
      char after = text.charAt(end);
      boolean joins = after == '.' || after == '-';
      boolean goesOn = joins && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
      return !Character.isLetterOrDigit(after) && "_@".indexOf(after) < 0 && !goesOn;
    }
  }

  /** A whole line reads so: {@code *} stands for any one word, a final {@code ...} for any rest. */
  record Reads(Place place, List<String> template) implements Sign {
    @Override
    public Optional<Trace> in(Speech speech) {
      for (Line line : speech.lines()) {
        if (line.place() == place && fits(line.words())) {
          return Optional.of(new Trace(Quote.of(place, line.raw()), Optional.of(line), ""));
        }
      }
      return Optional.empty();
    }

    private boolean fits(List<String> words) {
      boolean open = template.getLast().equals("...");
      int size = open ? template.size() - 1 : template.size();
      boolean sized = open ? words.size() >= size : words.size() == size;
      return sized && begins(words, size);
    }

    private boolean begins(List<String> words, int size) {
      for (int i = 0; i < size; i++) {
        String word = template.get(i);
        if (!word.equals("*") && !word.equalsIgnoreCase(words.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** The server's own name lies in this domain, which only the provider can use. */
  record Within(String domain) implements Sign {
    @Override
    public Optional<Trace> in(Speech speech) {
      for (String name : speech.names()) {
        if (contains(name)) {
          return Optional.of(Trace.of("the server calls itself " + name));
        }
      }
      return Optional.empty();
    }

    private boolean contains(String name) {
      int before = name.length() - domain.length() - 1;
      return name.endsWith(domain) && (before < 0 || name.charAt(before) == '.');
    }
  }

  /** EHLO offers this keyword. */
  record Offers(String keyword) implements Sign {
    @Override
    public Optional<Trace> in(Speech speech) {
      for (List<String> keywords : speech.keywords()) {
        if (keywords.contains(keyword)) {
          return Optional.of(Trace.of("EHLO offers " + keyword));
        }
      }
      return Optional.empty();
    }
  }

  /** EHLO offers at least so many keywords, all of this sequence and in its order. */
  record Ordered(Product product, List<String> sequence, int atLeast) implements Sign {
    @Override
    public Optional<Trace> in(Speech speech) {
      for (List<String> keywords : speech.keywords()) {
        if (fits(keywords)) {
          return Optional.of(Trace.of("the EHLO keywords come in " + product.label() + "'s order"));
        }
      }
      return Optional.empty();
    }

    private boolean fits(List<String> keywords) {
      int last = 0;
      for (String keyword : keywords) {
        int position = sequence.indexOf(keyword);
        if (position < last) {
          return false;
        }
        last = position;
      }
      return keywords.size() >= atLeast;
    }
  }

  /** The greeting is overwritten with asterisks. */
  record MaskedGreeting() implements Sign {
    @Override
    public Optional<Trace> in(Speech speech) {
      return speech.lines().stream()
          .filter(line -> line.place() == Place.GREETING && masked(line.raw()))
          .findFirst()
          .map(line -> Trace.of(Quote.of(Place.GREETING, line.raw())));
    }

    private static boolean masked(String text) {
      return text.contains("*****") && text.chars().allMatch(c -> "*20 ".indexOf(c) >= 0);
    }
  }

  /** EHLO keywords are overwritten with X, as in {@code XXXXXXXA}. */
  record MaskedKeyword() implements Sign {
    @Override
    public Optional<Trace> in(Speech speech) {
      for (List<String> keywords : speech.keywords()) {
        for (String keyword : keywords) {
          if (masked(keyword)) {
            return Optional.of(Trace.of("an EHLO keyword is overwritten: " + Quote.cut(keyword)));
          }
        }
      }
      return Optional.empty();
    }

    private static boolean masked(String keyword) {
      return keyword.length() > 4
          && keyword.startsWith("X")
          && keyword.chars().limit(keyword.length() - 1L).allMatch(c -> c == 'X');
    }
  }
}
