package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads numbers and vectors as TLS presents them; never beyond its end. */
final class OctetReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  OctetReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private OctetReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  boolean hasMore() {
    return at < end;
  }

  int number(int octets) throws MalformedException {
    need(octets);
    int value = 0;
    for (int i = 0; i < octets; i++) {
      value = (value << 8) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  Bytes take(int count) throws MalformedException {
    need(count);
    at += count;
    return Bytes.of(Arrays.copyOfRange(bytes, at - count, at));
  }

  /** What follows a length of {@code octets} octets. */
  Bytes vector(int octets) throws MalformedException {
    return take(number(octets));
  }

  /** A reader of what follows a length of {@code octets} octets. */
  OctetReader inner(int octets) throws MalformedException {
    return slice(number(octets));
  }

  /** A reader of the next {@code count} octets. */
  OctetReader slice(int count) throws MalformedException {
    need(count);
    at += count;
    return new OctetReader(bytes, at - count, at);
  }

  /** Numbers up to the end. */
  List<Integer> numbers(int octets) throws MalformedException {
    List<Integer> values = new ArrayList<>();
    while (hasMore()) {
      values.add(number(octets));
    }
    return values;
  }

  int remaining() {
    return end - at;
  }

  void end() throws MalformedException {
    if (hasMore()) {
      throw new MalformedException("has " + remaining() + " octets too many");
    }
  }

  private void need(int count) throws MalformedException {
    if (count > remaining()) {
      throw new MalformedException("is too short");
    }
  }
}
