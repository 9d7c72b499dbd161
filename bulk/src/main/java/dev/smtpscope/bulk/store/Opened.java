package dev.smtpscope.bulk.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened so far if opening the rest fails. */
final class Opened implements Closeable {
  private final Deque<Closeable> open = new ArrayDeque<>();

  <T extends Closeable> T with(T opened) {
    open.push(opened);
    return opened;
  }

  /** All is well: nothing is closed. */
  void keep() {
    open.clear();
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : open) {
      one.close();
    }
  }
}
