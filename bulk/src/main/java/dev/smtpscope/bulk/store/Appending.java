package dev.smtpscope.bulk.store;

import java.io.IOException;
import java.io.OutputStream;

/** Appends to a file until it lets go of it; what comes then is dropped. */
final class Appending extends OutputStream {
  private final StoreFile file;
  private boolean over;

  Appending(StoreFile file) {
    this.file = file;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    if (!over) {
      file.append(octets, offset, length);
    }
  }

  void letGo() {
    over = true;
  }
}
