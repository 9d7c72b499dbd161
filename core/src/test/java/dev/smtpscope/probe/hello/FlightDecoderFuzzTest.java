package dev.smtpscope.probe.hello;

import static dev.smtpscope.probe.hello.Flight.done;
import static dev.smtpscope.probe.hello.Flight.handshake;
import static dev.smtpscope.probe.hello.Flight.hello;
import static dev.smtpscope.probe.hello.Flight.join;
import static dev.smtpscope.probe.hello.Flight.message;
import static dev.smtpscope.probe.hello.Flight.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.probe.hello.HelloOutcome.Closed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever comes, there is an outcome, and how the octets are cut does not change it. {@code
 * -Dsmtpscope.fuzz=10000000} sets how many answers are tried.
 */
class FlightDecoderFuzzTest {
  private static final int CASES = Integer.getInteger("smtpscope.fuzz", 50_000);
  private static final long SEED = Long.getLong("smtpscope.fuzz.seed", 8446);

  private record Result(HelloOutcome outcome, Optional<ServerFlight> flight) {}

  @Test
  void changedFlightsHaveOneOutcome() throws IOException {
    List<byte[]> corpus = corpus();
    Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    IntStream.range(0, CASES)
        .parallel()
        .forEach(i -> outcomes.merge(outcome(corpus, SEED + i), 1, Integer::sum));
    assertThat(outcomes)
        .as("with -Dsmtpscope.fuzz.seed=" + SEED)
        .containsKeys("Accepted", "Alert", "Malformed", "NotTls", "Excessive", "Ssl2Accepted");
  }

  private static String outcome(List<byte[]> corpus, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] answer = new Mutation(corpus, random).next();
    Result result = whole(answer);
    if (!result.equals(cut(answer, random))) {
      throw new AssertionError("cuts matter to " + HexFormat.of().formatHex(answer));
    }
    return result.outcome().getClass().getSimpleName();
  }

  private static Result whole(byte[] answer) {
    FlightDecoder decoder = new FlightDecoder();
    decoder.add(answer);
    return new Result(decoder.ended(new Closed()), decoder.flight());
  }

  private static Result cut(byte[] answer, SplittableRandom random) {
    FlightDecoder decoder = new FlightDecoder();
    int most = 1 + random.nextInt(random.nextInt(2) == 0 ? 8 : 2000);
    for (int at = 0; at < answer.length; ) {
      int length = Math.min(answer.length - at, 1 + random.nextInt(most));
      decoder.add(answer, at, length);
      at += length;
    }
    return new Result(decoder.ended(new Closed()), decoder.flight());
  }

  /** Octet by octet, each answer of a real server comes to the same. */
  @Test
  void singleOctets() throws IOException {
    for (byte[] answer : corpus()) {
      FlightDecoder decoder = new FlightDecoder();
      for (int i = 0; i < answer.length; i++) {
        decoder.add(answer, i, 1);
      }
      assertThat(new Result(decoder.ended(new Closed()), decoder.flight()))
          .isEqualTo(whole(answer));
    }
  }

  /** Nothing can be sent for ever without a decision, and what is held stays small. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  void endlessAnswers() {
    List<byte[]> tails =
        List.of(
            record(21, "0170"),
            HexFormat.of().parseHex("1603030000"),
            record(22, "00000000"),
            handshake(message(23, "00")),
            handshake(message(4, "00".repeat(4000))),
            record(22, "0b07ffff" + "00".repeat(16_000)),
            new byte[16_384]);
    byte[] start = handshake(hello(0x0303, 0xC02F));
    for (byte[] tail : tails) {
      FlightDecoder decoder = new FlightDecoder();
      decoder.add(start);
      int sent = 0;
      while (decoder.add(tail).isEmpty()) {
        sent += tail.length;
        assertThat(sent).isLessThan(FlightDecoder.MOST);
      }
    }
  }

  private static List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>(written());
    Path folder = Path.of("src/test/resources/dev/smtpscope/probe/hello");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        corpus.add(Files.readAllBytes(file));
      }
    }
    assertThat(corpus).hasSizeGreaterThan(30);
    return corpus;
  }

  /** What no server of today sends. */
  private static List<byte[]> written() {
    byte[] export = message(12, "0002" + "fb01" + "0001" + "03" + "0002" + "aabb");
    byte[] ssl2 =
        HexFormat.of()
            .parseHex("8016" + "0400010002" + "0003" + "0006" + "0002" + "3001ff0100800700c0beef");
    return List.of(
        handshake(
            hello(0x0300, 0x0003), message(11, "000006" + "000003" + "3001ff"), export, done()),
        ssl2,
        HexFormat.of().parseHex("8003000001"),
        join(handshake(hello(0x0303, 0xC02F)), record(20, "01")),
        join(
            record(21, "0170"),
            handshake(hello(0x0303, 0xC018), message(12, "0102030405"), done())),
        record(22, "0bffffff"),
        "554 5.3.0 no\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }
}
