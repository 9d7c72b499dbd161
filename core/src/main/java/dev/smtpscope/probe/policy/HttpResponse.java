package dev.smtpscope.probe.policy;

import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One response of HTTP/1.1 (RFC 9112): as much as a policy needs of it, every part bounded.
 *
 * @param contentType in visible form; empty when there is none
 * @param body its octets as ISO 8859-1
 */
record HttpResponse(int status, String contentType, String body, boolean isTruncated) {
  private static final int MAX_LINE = 8192;
  private static final int MAX_FIELDS = 100;
  private static final int MAX_INTERIM = 10;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})(?:[ \\t]*;.*)?");

  /** What came is not HTTP. */
  static final class NotHttp extends IOException {
    private static final long serialVersionUID = 1L;

    private final String told;

    NotHttp(String told) {
      super(told);
      this.told = told;
    }

    /** In words that are harmless. */
    String told() {
      return told;
    }
  }

  static HttpResponse read(Wire wire) throws IOException {
    Source source = new Source(wire);
    for (int i = 0; i < MAX_INTERIM; i++) {
      int status = status(source.line());
      Map<String, String> fields = fields(source);
      if (status >= 200) {
        return withBody(status, fields, source);
      }
    }
    throw new NotHttp("more than " + MAX_INTERIM + " interim responses");
  }

  /** The lines of the body; they end in LF or CRLF (RFC 8461 erratum 6253). */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(body.split("\r?\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines.stream()
        .map(line -> Visible.of(line.getBytes(StandardCharsets.ISO_8859_1)))
        .toList();
  }

  private static int status(String line) throws NotHttp {
    Matcher matcher = STATUS.matcher(line);
    if (!matcher.matches()) {
      throw new NotHttp("not an HTTP answer: " + shortened(line));
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String shortened(String line) {
    String visible = Visible.of(line.getBytes(StandardCharsets.ISO_8859_1));
    return visible.length() > 80 ? visible.substring(0, 77) + "..." : visible;
  }

  private static Map<String, String> fields(Source source) throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < MAX_FIELDS; i++) {
      String line = source.line();
      if (line.isEmpty()) {
        return fields;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    throw new NotHttp("more than " + MAX_FIELDS + " header fields");
  }

  private static HttpResponse withBody(int status, Map<String, String> fields, Source source)
      throws IOException {
    String type =
        Visible.of(fields.getOrDefault("content-type", "").getBytes(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = status != 200 || read(fields, source, body);
    return new HttpResponse(status, type, body.toString(StandardCharsets.ISO_8859_1), !whole);
  }

  /** Tells whether the body fitted. */
  private static boolean read(Map<String, String> fields, Source source, ByteArrayOutputStream body)
      throws IOException {
    if (fields.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return readChunks(source, body);
    }
    if (!fields.containsKey("content-length")) {
      return readToEnd(source, body);
    }
    return source.copy(length(fields.get("content-length")), body);
  }

  private static long length(String digits) throws NotHttp {
    if (!digits.matches("[0-9]{1,15}")) {
      throw new NotHttp("the content length is no number: " + shortened(digits));
    }
    return Long.parseLong(digits);
  }

  private static boolean readChunks(Source source, ByteArrayOutputStream body) throws IOException {
    while (true) {
      Matcher size = CHUNK.matcher(source.line());
      if (!size.matches()) {
        throw new NotHttp("a chunk without its size");
      }
      long length = Long.parseLong(size.group(1), 16);
      if (length == 0) {
        return true;
      }
      if (!source.copy(length, body)) {
        return false;
      }
      source.line();
    }
  }

  private static boolean readToEnd(Source source, ByteArrayOutputStream body) throws IOException {
    try {
      return source.copy(Long.MAX_VALUE, body);
    } catch (EOFException end) {
      return true;
    }
  }

  /** The octets of the wire, through a buffer. */
  private static final class Source {
    private final Wire wire;
    private final byte[] buffer = new byte[4096];
    private int at;
    private int end;

    Source(Wire wire) {
      this.wire = wire;
    }

    String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int octet = next(); octet != '\n'; octet = next()) {
        if (line.length() >= MAX_LINE) {
          throw new NotHttp("a header line of more than " + MAX_LINE + " octets");
        }
        line.append((char) octet);
      }
      int last = line.length() - 1;
      return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    /** Copies so many octets, or as many as a policy may have; tells whether all fitted. */
    boolean copy(long length, ByteArrayOutputStream body) throws IOException {
      for (long i = 0; i < length; i++) {
        int octet = next();
        if (body.size() >= PolicyFetch.MAX_OCTETS) {
          return false;
        }
        body.write(octet);
      }
      return true;
    }

    private int next() throws IOException {
      if (at == end) {
        at = 0;
        end = wire.read(buffer);
        if (end < 0) {
          end = 0;
          throw new EOFException();
        }
      }
      return buffer[at++] & 0xff;
    }
  }
}
