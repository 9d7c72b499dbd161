package dev.smtpscope.probe;

import static dev.smtpscope.probe.Probing.CA;
import static dev.smtpscope.probe.Probing.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.probe.BouncyServer.Manner;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.junit.jupiter.api.Test;

/** Whatever a server answers to our hello, the handshake ends in time with an outcome. */
class HostileTlsTest {
  private static final int CASES = 600;
  private static final int SILENT_EVERY = 40;
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Budget BUDGET =
      new Budget(LIMIT.multipliedBy(4), LIMIT, LIMIT, LIMIT, LIMIT, LIMIT);

  @Test
  void changedFlightsEndInAnOutcome() throws IOException {
    List<byte[]> flights = flights();
    Random random = new Random(8446);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < CASES; i++) {
      byte[] flight = changed(flights.get(random.nextInt(flights.size())), random);
      TlsOutcome outcome = outcome(flight, i % SILENT_EVERY == 0);
      assertThat(outcome).as("case " + i).isInstanceOf(TlsOutcome.Failed.class);
      HandshakeFailure failure = ((TlsOutcome.Failed) outcome).failure();
      outcomes.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
    }
    assertThat(outcomes).containsKeys("AlertSent", "NotTls", "Closed", "Silent");
  }

  @Test
  void tenMegabytesOfHandshakeAreTooMuch() throws IOException {
    byte[] request = {22, 3, 3, 0, 4, 0, 0, 0, 0};
    byte[] flood = new byte[10_000_000 / request.length * request.length];
    for (int i = 0; i < flood.length; i++) {
      flood[i] = request[i % request.length];
    }
    assertThat(outcome(flood, false, Probing.PATIENT))
        .isInstanceOfSatisfying(
            TlsOutcome.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(HandshakeFailure.Excessive.class));
  }

  /** A message is not waited for when its announced length is out of reason. */
  @Test
  void oneMessageOfTenMegabytesIsRefused() throws IOException {
    ByteArrayOutputStream flood = new ByteArrayOutputStream();
    byte[] fragment = new byte[5 + 16_384];
    System.arraycopy(new byte[] {22, 3, 3, 0x40, 0}, 0, fragment, 0, 5);
    byte[] first = fragment.clone();
    System.arraycopy(new byte[] {2, (byte) 0x98, (byte) 0x96, (byte) 0x80}, 0, first, 5, 4);
    flood.write(first);
    for (int i = 0; i < 610; i++) {
      flood.write(fragment);
    }
    assertThat(outcome(flood.toByteArray(), false, Probing.PATIENT))
        .isInstanceOf(TlsOutcome.Failed.class);
  }

  private static TlsOutcome outcome(byte[] flight, boolean silent) throws IOException {
    return outcome(flight, silent, BUDGET);
  }

  private static TlsOutcome outcome(byte[] flight, boolean silent, Budget budget)
      throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, Loopback.address())) {
      Thread.ofVirtual().start(() -> RecordedFlights.serveOnce(listener, flight, silent));
      InetSocketAddress where = (InetSocketAddress) listener.getLocalSocketAddress();
      EndpointFacts facts = Probing.probe(where, TlsMode.IMPLICIT, budget);
      return facts.tls();
    }
  }

  /** Plain flights of TLS 1.2, a HelloRetryRequest, and one of TLS 1.3. */
  private static List<byte[]> flights() throws IOException {
    Chain chain = CA.chain(HOST);
    byte[] hello = RecordedFlights.clientHello();
    int ecdhe = CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;
    int dhe = CipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256;
    List<byte[]> flights = new ArrayList<>();
    for (Manner manner :
        List.of(
            Manner.tls12(chain, ecdhe, NamedGroup.secp256r1),
            Manner.tls12(chain, ecdhe, NamedGroup.x25519),
            Manner.tls12(chain, dhe, NamedGroup.ffdhe2048),
            Manner.tls13(chain, NamedGroup.X25519MLKEM768),
            Manner.tls13(chain, NamedGroup.x25519))) {
      try (BouncyServer server = BouncyServer.start(manner)) {
        flights.add(RecordedFlights.answer(server.address(), hello));
      }
    }
    return flights;
  }

  private static byte[] changed(byte[] flight, Random random) {
    byte[] changed = flight.clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static byte[] once(byte[] flight, Random random) {
    int at = random.nextInt(flight.length);
    return switch (random.nextInt(7)) {
      case 0 -> flipped(flight, at, random);
      case 1 -> Arrays.copyOf(flight, at + 1);
      case 2 -> spliced(flight, at, 0, noise(random));
      case 3 -> spliced(flight, at, random.nextInt(40), new byte[0]);
      case 4 -> spliced(flight, at, 0, Arrays.copyOf(flight, at));
      case 5 -> spliced(flight, 0, 0, record(random));
      default -> flipped(flight, random.nextInt(Math.min(120, flight.length)), random);
    };
  }

  private static byte[] flipped(byte[] flight, int at, Random random) {
    byte[] changed = flight.clone();
    changed[at] = (byte) random.nextInt(256);
    return changed;
  }

  private static byte[] spliced(byte[] flight, int at, int dropped, byte[] inserted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(flight, 0, at);
    out.writeBytes(inserted);
    int rest = Math.min(flight.length, at + dropped);
    out.write(flight, rest, flight.length - rest);
    return out.size() == 0 ? new byte[] {22} : out.toByteArray();
  }

  /** A record of any content type, its length right. */
  private static byte[] record(Random random) {
    byte[] content = noise(random);
    byte[] header = {(byte) (20 + random.nextInt(5)), 3, 3, 0, (byte) content.length};
    return spliced(header, header.length, 0, content);
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[1 + random.nextInt(100)];
    random.nextBytes(noise);
    return noise;
  }
}
