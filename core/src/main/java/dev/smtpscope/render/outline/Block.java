package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Reference;
import java.util.List;

/**
 * A piece of a report as a person reads it, before any format. Texts are in visible form and may
 * hold words of the peer: a format escapes its own markup in all of them.
 */
public sealed interface Block {
  /** The verdict in a sentence. */
  record Verdict(Mark mark, String sentence) implements Block {}

  /** Running text. */
  record Paragraph(String text) implements Block {}

  /** A heading with what stands under it. */
  record Section(String title, List<Block> body) implements Block {
    public Section {
      body = List.copyOf(body);
    }
  }

  /**
   * A finding.
   *
   * @param subjects where it was found
   */
  record Problem(Mark mark, String severity, String title, List<String> subjects, List<Block> body)
      implements Block {
    public Problem {
      subjects = List.copyOf(subjects);
      body = List.copyOf(body);
    }
  }

  /** A word and what it stands before. */
  record Labelled(String label, List<Block> body) implements Block {
    public Labelled {
      body = List.copyOf(body);
    }
  }

  /** Labels, each with one text. */
  record Pairs(List<Pair> pairs) implements Block {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  /** One line of {@link Pairs}. */
  record Pair(String label, String text) {}

  /**
   * Rows of equal length; the last column may hold long text.
   *
   * @param columns their headings
   */
  record Table(List<String> columns, List<Row> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** One line of a {@link Table}. */
  record Row(Mark mark, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Items of equal rank. */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * Words as they were seen on the wire.
   *
   * @param hang how far the continuation of a broken line is moved in
   */
  record Verbatim(List<String> lines, int hang) implements Block {
    public Verbatim {
      lines = List.copyOf(lines);
    }
  }

  /** Lines to copy: never broken. */
  record Copyable(List<String> lines) implements Block {
    public Copyable {
      lines = List.copyOf(lines);
    }
  }

  /** Where to read more. */
  record Sources(List<Reference> references, String explain) implements Block {
    public Sources {
      references = List.copyOf(references);
    }
  }
}
