package dev.smtpscope.cli.output;

import dev.smtpscope.cli.Console;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;

/** A place for results. */
public sealed interface Destination permits StandardOutput, ResultFile {
  /** The file of that name, or standard output in {@code charset} if it is {@code -}. */
  static Destination open(String name, Console console, Charset charset) {
    return name.equals("-") ? new StandardOutput(console.out(), charset) : ResultFile.open(name);
  }

  /** What takes the text. Closed by {@link #finish} alone. */
  Writer writer();

  /** Puts what has been written where it belongs. */
  void finish() throws IOException;
}
