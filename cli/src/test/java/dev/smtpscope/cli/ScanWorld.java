package dev.smtpscope.cli;

import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.DnsBehaviour;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mail domains, the servers that they share, and a resolver that can be told to fall silent. */
final class ScanWorld implements AutoCloseable {
  private final int domains;
  private final List<ScriptedSmtpServer> servers = new ArrayList<>();
  private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
  private final ScriptedDnsServer dns;

  /** Domain n has server n modulo {@code servers} for its mail. */
  ScanWorld(int domains, int servers) throws IOException {
    this.domains = domains;
    List<String> zone = new ArrayList<>();
    for (int i = 0; i < servers; i++) {
      ScriptedSmtpServer server = start(i);
      zone.add(host(i) + ". IN A " + server.address().getHostAddress());
    }
    for (int i = 0; i < domains; i++) {
      zone.add(domain(i) + ". IN MX 10 " + host(i % servers) + ".");
    }
    DnsBehaviour answers = DnsAnswers.from(zone.toArray(String[]::new));
    dns =
        ScriptedDnsServer.start((query, overTcp) ->
            answersLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? answers.answer(query, overTcp)
                : List.of());
  }

  private ScriptedSmtpServer start(int number) throws IOException {
    int port = servers.isEmpty() ? 0 : port();
    ScriptedSmtpServer server =
        ScriptedSmtpServer.on(Loopback.address(), port)
            .start(Behaviours.postfix(host(number)).without("STARTTLS"));
    servers.add(server);
    return server;
  }

  private static String host(int number) {
    return "mx" + number + ".example.test";
  }

  private static String domain(int number) {
    return "d" + number + ".test";
  }

  int port() {
    return servers.getFirst().port();
  }

  List<ScriptedSmtpServer> servers() {
    return servers;
  }

  int connections() {
    return servers.stream().mapToInt(ScriptedSmtpServer::connections).sum();
  }

  String resolver() {
    return dns.address().getHostAddress() + ":" + dns.port();
  }

  /** The resolver answers so many questions more. */
  void answer(int questions) {
    answersLeft.set(questions);
  }

  Stream<String> names() {
    return IntStream.range(0, domains).mapToObj(ScanWorld::domain);
  }

  /** The arguments of a scan of all domains into {@code output}. */
  String[] scan(Path output, String... more) throws IOException {
    Path list = output.resolveSibling("list.txt");
    Files.write(list, names().toList());
    List<String> words =
        List.of(
            "scan",
            "-q",
            list.toString(),
            "-o",
            output.toString(),
            "--resolver",
            resolver(),
            "--ports",
            String.valueOf(port()));
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Override
  public void close() {
    dns.close();
    servers.forEach(ScriptedSmtpServer::close);
  }
}
