package dev.smtpscope.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns readable reply text into byte strings: strings of which each character is one octet to
 * send.
 */
final class Replies {
  private Replies() {}

  /** The octets of a reply whose lines are parted by line feeds, each ended by CRLF. */
  static String wire(String text) {
    StringBuilder octets = new StringBuilder();
    text.lines().forEach(line -> octets.append(octets(line)).append("\r\n"));
    return octets.toString();
  }

  /** A reply of several lines under one code. */
  static String multiline(int code, List<String> lines) {
    StringBuilder reply = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      char mark = i == lines.size() - 1 ? ' ' : '-';
      reply.append(code).append(mark).append(lines.get(i)).append('\n');
    }
    return reply.toString();
  }

  static byte[] bytes(String octets) {
    return octets.getBytes(ISO_8859_1);
  }

  static String octets(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** The lines of a byte string without their CRLF; a NEL or other Unicode break is no end. */
  static List<String> lines(String octets) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end; (end = octets.indexOf("\r\n", start)) >= 0; start = end + 2) {
      lines.add(octets.substring(start, end));
    }
    return lines;
  }

  static String join(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n";
  }

  private static String octets(String line) {
    return octets(line.getBytes(UTF_8));
  }
}
