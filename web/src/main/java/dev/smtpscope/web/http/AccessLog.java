package dev.smtpscope.web.http;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Visible;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * Writes requests down in the Common Log Format, and how many milliseconds each took. Queries are
 * left out, and so is what stands in a path like a key to a result.
 */
final class AccessLog implements RequestLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  private static final int LONGEST = 200;
  private static final int LONGEST_WORD = 20;

  private final PrintStream out;

  AccessLog(PrintStream out) {
    this.out = out;
  }

  @Override
  public void log(Request request, Response response) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getHeadersNanoTime());
    out.println(
        client(request)
            + " - - ["
            + TIME.format(ZonedDateTime.now(ZoneOffset.UTC))
            + "] \""
            + request(request)
            + "\" "
            + response.getStatus()
            + " "
            + Response.getContentBytesWritten(response)
            + " "
            + millis);
  }

  private static String request(Request request) {
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("-");
    String protocol = request.getConnectionMetaData().getProtocol();
    return harmless(request.getMethod()) + " " + harmless(withoutKeys(path)) + " " + protocol;
  }

  /** {@code path} with a star for each part that opens something, or may. */
  static String withoutKeys(String path) {
    boolean isKeyed = path.contains("/checks/") || path.contains("/r/");
    String last = path.replaceFirst(".*?/(?:checks|r)/", "");
    String start = path.substring(0, path.length() - (isKeyed ? last.length() : 0));
    String rest = isKeyed ? last.replaceFirst("^[^/]+", "*") : "";
    return Arrays.stream((start + rest).split("/", -1))
        .map(part -> part.length() > LONGEST_WORD ? "*" : part)
        .collect(Collectors.joining("/"));
  }

  static String harmless(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return Visible.ofText(start).replace("\"", "\\x22").replace(" ", "\\x20");
  }

  private static String client(Request request) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      return Addresses.text(caller.address());
    }
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? Optional.ofNullable(at.getAddress()).map(AccessLog::text).orElse("-")
        : "-";
  }

  private static String text(InetAddress address) {
    return Addresses.text(address);
  }
}
