package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * DNS over HTTPS by POST (RFC 8484), without following redirects. The resolver's own name is looked
 * up by the operating system.
 */
final class HttpsTransport implements Transport {
  private static final String MESSAGE = "application/dns-message";

  private final DnsServer.Https server;
  private final HttpClient client;

  HttpsTransport(DnsServer.Https server, HttpClient client) {
    this.server = server;
    this.client = client;
  }

  @Override
  public DnsServer server() {
    return server;
  }

  @Override
  public byte[] exchange(byte[] query, Deadline deadline) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url()))
            .header("content-type", MESSAGE)
            .header("accept", MESSAGE)
            .POST(BodyPublishers.ofByteArray(query))
            .build();
    CompletableFuture<byte[]> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream()).thenApply(HttpsTransport::body);
    byte[] message = await(answer, deadline);
    if (!Wire.answers(message, query)) {
      throw new ProtocolException("the answer belongs to another question");
    }
    return message;
  }

  private static byte[] body(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      String type = response.headers().firstValue("content-type").orElse("no content type");
      if (response.statusCode() != 200 || !type.startsWith(MESSAGE)) {
        throw new ProtocolException(
            "HTTP status " + response.statusCode() + " with " + type + " instead of " + MESSAGE);
      }
      return in.readNBytes(MAX_MESSAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] await(CompletableFuture<byte[]> answer, Deadline deadline)
      throws IOException {
    try {
      return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException cause(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UncheckedIOException unchecked) {
      cause = unchecked.getCause();
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
