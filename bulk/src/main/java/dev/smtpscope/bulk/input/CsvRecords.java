package dev.smtpscope.bulk.input;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts lines together to CSV records (RFC 4180, section 2), whose quoted fields may hold line
 * breaks. A quote that is never closed spoils its own line only: what follows is read anew.
 */
final class CsvRecords {
  /** The longest record, in characters. */
  static final int LONGEST = 64 * 1024;

  private final LineReader lines;
  private final Deque<Line> pending = new ArrayDeque<>();

  CsvRecords(LineReader lines) {
    this.lines = lines;
  }

  /** The next record under the number of its first line; empty at the end. */
  Optional<Line> next() throws IOException {
    Optional<Line> first = take();
    return first.isPresent() && first.get() instanceof Line.Text text
        ? Optional.of(record(text))
        : first;
  }

  private Line record(Line.Text first) throws IOException {
    Quotes quotes = new Quotes();
    quotes.read(first.text());
    StringBuilder record = new StringBuilder(first.text());
    List<Line> more = new ArrayList<>();
    while (quotes.areOpen()) {
      Optional<Line> next = take();
      next.ifPresent(more::add);
      if (!(next.orElse(null) instanceof Line.Text(long _, String text))
          || record.length() + text.length() >= LONGEST) {
        return alone(first, more);
      }
      record.append('\n').append(text);
      quotes.read("\n" + text);
    }
    return quotes.areWrong()
        ? alone(first, more)
        : new Line.Text(first.number(), record.toString());
  }

  private Line.Broken alone(Line.Text first, List<Line> more) {
    more.reversed().forEach(pending::addFirst);
    return first.broken("a quote is not closed, or closed before its field ends");
  }

  private Optional<Line> take() throws IOException {
    return pending.isEmpty() ? lines.next() : Optional.of(pending.removeFirst());
  }

  /** Follows the quotes through a record. */
  private static final class Quotes {
    private enum State {
      FIELD_START,
      PLAIN,
      QUOTED,
      QUOTE_IN_QUOTED,
      WRONG
    }

    private State state = State.FIELD_START;

    boolean areOpen() {
      return state == State.QUOTED;
    }

    boolean areWrong() {
      return state == State.WRONG;
    }

    void read(String text) {
      for (int i = 0; i < text.length(); i++) {
        state = after(text.charAt(i));
      }
    }

    private State after(char c) {
      return switch (state) {
        case WRONG -> State.WRONG;
        case FIELD_START -> c == '"' ? State.QUOTED : afterPlain(c);
        case PLAIN -> afterPlain(c);
        case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
        case QUOTE_IN_QUOTED ->
            c == '"' ? State.QUOTED : c == ',' ? State.FIELD_START : State.WRONG;
      };
    }

    private static State afterPlain(char c) {
      return c == ',' ? State.FIELD_START : State.PLAIN;
    }
  }
}
