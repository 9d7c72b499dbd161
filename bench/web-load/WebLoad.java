import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads a running service: many checks of slow servers at a time, watched by many event streams, of
 * which a few are never read. Arguments: URL PID CHECKS STREAMS.
 */
final class WebLoad {
  private static final Duration SLOWNESS = Duration.ofSeconds(10);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicInteger FAILED = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    String url = args[0].replaceFirst("/$", "");
    Path status = Path.of("/proc", args[1], "status");
    int checks = Integer.parseInt(args[2]);
    int streams = Integer.parseInt(args[3]);
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      int port = serveSlowly(all);
      List<Future<String>> locations = new ArrayList<>();
      List<Long> submitted = Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < checks; i++) {
        String target = "127.9." + i / 200 + "." + (1 + i % 200) + ":" + port;
        locations.add(all.submit(() -> submit(url, target, submitted)));
      }
      List<Socket> deaf = new ArrayList<>();
      for (int i = 0; i < streams / 20; i++) {
        deaf.add(ask(URI.create(url + locations.get(i % checks).get() + "/events")));
      }
      List<Future<Boolean>> watched = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        String events = url + locations.get(i % checks).get() + "/events";
        watched.add(all.submit(() -> watch(events)));
      }
      System.out.println(metric(url, "smtpscope_checks_running"));
      System.out.println(metric(url, "smtpscope_event_streams"));
      System.out.println(metric(url, "jvm_memory_used_bytes{area=\"heap\"}"));
      int complete = 0;
      for (Future<Boolean> each : watched) {
        complete += each.get() ? 1 : 0;
      }
      System.out.println("streams that ended with the result: " + complete + " of " + streams);
      System.out.println("failed requests: " + FAILED);
      System.out.println("streams that nobody read: " + deaf.size());
      for (Socket each : deaf) {
        each.close();
      }
      Collections.sort(submitted);
      System.out.printf(
          "submit ms: median %d, 95%% %d, most %d%n",
          submitted.get(checks / 2), submitted.get(checks * 95 / 100), submitted.getLast());
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
          .forEach(System.out::println);
      System.out.println(metric(url, "jvm_memory_used_bytes{area=\"heap\"}"));
      System.exit(FAILED.get() == 0 && complete == streams ? 0 : 1);
    }
  }

  private static String submit(String url, String target, List<Long> times) {
    long began = System.nanoTime();
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(url + "/api/v1/checks"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"target\":\"" + target + "\"}"))
                  .build(),
              BodyHandlers.ofString());
      times.add((System.nanoTime() - began) / 1_000_000);
      if (answer.statusCode() != 202) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    } catch (IOException | InterruptedException e) {
      FAILED.incrementAndGet();
      throw new IllegalStateException(e);
    }
  }

  /** A stream that is asked for and never read. */
  private static Socket ask(URI events) throws IOException {
    Socket socket = new Socket(InetAddress.ofLiteral(events.getHost()), events.getPort());
    String request =
        "GET " + events.getPath() + " HTTP/1.1\r\nHost: " + events.getAuthority() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Whether the stream brought the end of the check. */
  private static boolean watch(String events) {
    try {
      return HTTP
          .send(HttpRequest.newBuilder(URI.create(events)).build(), BodyHandlers.ofLines())
          .body()
          .anyMatch("event: finished"::equals);
    } catch (IOException | InterruptedException | java.io.UncheckedIOException e) {
      FAILED.incrementAndGet();
      return false;
    }
  }

  private static String metric(String url, String name) throws Exception {
    String all =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(url + "/metrics")).build(),
                BodyHandlers.ofString())
            .body();
    return all.lines().filter(line -> line.startsWith(name)).findFirst().orElse(name + " ?");
  }

  /** A server on all loopback addresses that takes its time to greet. */
  private static int serveSlowly(ExecutorService all) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1000, InetAddress.ofLiteral("0.0.0.0"));
    all.submit(() -> {
      while (true) {
        Socket client = socket.accept();
        all.submit(() -> talk(client));
      }
    });
    return socket.getLocalPort();
  }

  private static Void talk(Socket client) throws Exception {
    try (client) {
      OutputStream out = client.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      Thread.sleep(SLOWNESS);
      say(out, "220 slow.example ESMTP\r\n");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(out, line.startsWith("QUIT") ? "221 bye\r\n" : "250 slow.example\r\n");
      }
      return null;
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private WebLoad() {}
}
