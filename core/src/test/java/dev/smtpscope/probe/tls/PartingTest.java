package dev.smtpscope.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session ends with the reply to QUIT, and nobody waits for the connection's end. */
class PartingTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void afterTheReplyToQuit() {
    assertThat(parted(true, "", "221 2.0.0 Bye\r\n", "more"))
        .containsExactly("QUIT", "", "221 2.0.0 Bye\r\n");
  }

  @Test
  void greetingComesFirst() {
    assertThat(parted(false, "220-wait\r\n", "220 m", "x\r\n", "221-a\r\n221 b\r\n", "more"))
        .containsExactly("220-wait\r\n", "220 m", "x\r\n", "QUIT", "221-a\r\n221 b\r\n");
  }

  @Test
  void nothingIsSaidToServerWithoutGreeting() {
    assertThat(parted(false)).isEmpty();
  }

  @Test
  void shortLines() {
    assertThat(parted(true, "221\n", "more")).containsExactly("QUIT", "221\n");
  }

  @Test
  void silenceEndsIt() {
    new Parting(true, Duration.ofSeconds(1))
        .from(
            new Parting.Talk() {
              @Override
              public void quit() {
                heard.add("QUIT");
              }

              @Override
              public Optional<byte[]> hear() throws IOException {
                throw new SocketTimeoutException();
              }
            });
    assertThat(heard).containsExactly("QUIT");
  }

  private List<String> parted(boolean greeted, String... said) {
    Deque<String> left = new ArrayDeque<>(List.of(said));
    new Parting(greeted, Duration.ofSeconds(1))
        .from(
            new Parting.Talk() {
              @Override
              public void quit() {
                heard.add("QUIT");
              }

              @Override
              public Optional<byte[]> hear() {
                Optional<String> next = Optional.ofNullable(left.poll());
                next.ifPresent(heard::add);
                return next.map(text -> text.getBytes(StandardCharsets.US_ASCII));
              }
            });
    return heard;
  }
}
