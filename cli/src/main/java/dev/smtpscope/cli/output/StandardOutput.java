package dev.smtpscope.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/** Standard output. A reader that went away, such as {@code head}, is no failure. */
final class StandardOutput implements Destination {
  private final Writer writer;

  StandardOutput(OutputStream out, Charset charset) {
    this.writer = new BufferedWriter(new OutputStreamWriter(new Patient(out), charset));
  }

  @Override
  public Writer writer() {
    return writer;
  }

  @Override
  public void finish() throws IOException {
    writer.flush();
  }

  /** Drops everything after the first failure. */
  private static final class Patient extends OutputStream {
    private final OutputStream out;
    private boolean gone;

    Patient(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (!gone) {
        try {
          out.write(bytes, offset, length);
        } catch (IOException e) {
          gone = true;
        }
      }
    }
  }
}
