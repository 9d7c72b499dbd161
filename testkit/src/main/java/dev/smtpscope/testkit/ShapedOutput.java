package dev.smtpscope.testkit;

import java.io.IOException;
import java.io.OutputStream;

/** Passes octets on in the {@link Shape} that is set. */
final class ShapedOutput extends OutputStream {
  /** Ends the connection as a cut asks. */
  interface Ending {
    void end(Fault.End end) throws IOException;
  }

  private final OutputStream out;
  private final Ending ending;
  private Shape shape = Shape.PLAIN;
  private int left = Integer.MAX_VALUE;

  ShapedOutput(OutputStream out, Ending ending) {
    this.out = out;
    this.ending = ending;
  }

  void shape(Shape next) throws IOException {
    shape = next;
    left = next.cut().map(Fault.Cut::octets).orElse(Integer.MAX_VALUE);
    Pause.of(next.delay());
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    int allowed = Math.min(length, left);
    if (shape.interval().isPresent()) {
      writeApart(octets, from, allowed);
    } else {
      out.write(octets, from, allowed);
    }
    out.flush();
    if (shape.cut().isPresent()) {
      left -= allowed;
      cutIf(allowed < length);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void writeApart(byte[] octets, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      out.write(octets, i, 1);
      out.flush();
      Pause.of(shape.interval().orElseThrow());
    }
  }

  private void cutIf(boolean exhausted) throws IOException {
    if (exhausted) {
      ending.end(shape.cut().orElseThrow().end());
    }
  }
}
