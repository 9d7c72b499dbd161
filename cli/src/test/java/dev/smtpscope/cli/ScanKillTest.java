package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.target.Service;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A scan that is killed again and again comes to what an undisturbed one comes to. */
class ScanKillTest {
  private static final int KILLS = 10;
  private static final int DOMAINS = 300;
  private static final int SERVERS = 150;
  private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void losesNothingAndLooksAtNoServerTwice() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (ScanWorld world = new ScanWorld(DOMAINS, SERVERS)) {
      Path output = folder.resolve("killed");
      Map<ScriptedSmtpServer, Integer> recorded = new HashMap<>();
      long done = 0;
      for (int i = 0; i < KILLS; i++) {
        kill(world, random, slowly(world, output, i > 0));
        assertNoMore(recorded);
        long now = recorded(world, output, recorded);
        assertThat(now).as("seed %s", seed).isGreaterThanOrEqualTo(done);
        done = now;
      }
      assertThat(done).as("seed %s", seed).isBetween(1L, DOMAINS - 1L);
      assertThat(recorded.size()).as("seed %s", seed).isBetween(1, SERVERS - 1);
      Process last = Forked.start(JVM, world.scan(output, "--resume"));
      assertThat(Forked.output(last)).contains("  " + done + " had results from an earlier run\n");
      assertThat(last.waitFor()).isEqualTo(ExitCode.FINE);
      assertNoMore(recorded);

      Path whole = folder.resolve("whole");
      Process undisturbed = Forked.start(JVM, world.scan(whole));
      assertThat(Forked.output(undisturbed)).contains(DOMAINS + " targets tested");
      new ScanResults(output).isEqualTo(new ScanResults(whole));
    }
  }

  /** So that the kills come while there is something to do. */
  private static String[] slowly(ScanWorld world, Path output, boolean resumed) throws Exception {
    List<String> options = new ArrayList<>(List.of("--rate", "5"));
    if (resumed) {
      options.add("--resume");
    }
    return world.scan(output, options.toArray(String[]::new));
  }

  /** Some time after it has first talked to a server. */
  private static void kill(ScanWorld world, Random random, String... args) throws Exception {
    int before = world.connections();
    Process process = Forked.start(JVM, args);
    while (world.connections() == before && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
    new ProcessBuilder("kill", "-9", String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(137);
  }

  private static void assertNoMore(Map<ScriptedSmtpServer, Integer> recorded) {
    recorded.forEach(
        (server, connections) -> assertThat(server.connections()).isEqualTo(connections));
  }

  /** Notes the servers whose looks are recorded, and returns how many targets are. */
  private static long recorded(
      ScanWorld world, Path output, Map<ScriptedSmtpServer, Integer> recorded) throws Exception {
    try (ScanFolder scan = ScanFolder.resume(output, fingerprint(output))) {
      for (ScriptedSmtpServer server : world.servers()) {
        Service service = Service.onPort(server.port());
        Endpoint endpoint = new Endpoint(server.address(), service);
        if (!scan.probes().find(endpoint, Optional.empty()).isEmpty()) {
          recorded.putIfAbsent(server, server.connections());
        }
      }
      return scan.recorded();
    }
  }

  private static String fingerprint(Path output) throws Exception {
    JsonNode scan =
        new ObjectMapper().readTree(Files.readString(output.resolve(".partial/scan.json")));
    List<String> lines = new ArrayList<>();
    scan.get("fingerprint").forEach(line -> lines.add(line.asString()));
    return String.join("\n", lines);
  }
}
