package dev.smtpscope.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the command reads and writes.
 *
 * @param out for results, unbuffered; whoever writes much buffers
 * @param err for messages and progress
 */
public record Console(InputStream in, OutputStream out, PrintStream err, Terminal terminal) {
  /** The standard streams of this process. */
  public static Console ofProcess() {
    Terminal terminal = Terminal.ofProcess();
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, terminal.charset()),
        terminal);
  }

  /** Streams that are no terminal. */
  public static Console of(InputStream in, OutputStream out, OutputStream err) {
    return new Console(in, out, new PrintStream(err, true, StandardCharsets.UTF_8), Terminal.NONE);
  }

  /** Prints text that is a result. */
  public void print(String text) {
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, terminal.charset()));
    writer.print(text);
    writer.flush();
  }

  /** Prints one line for the user to note, apart from the results. */
  public void complain(String line) {
    err.println("smtpscope: " + line);
  }
}
