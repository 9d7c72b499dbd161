package dev.smtpscope.cli.serve;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.target.Addresses;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to listen; port 0 takes a free one. */
record Listening(InetAddress address, int port) {
  static final String USUAL = "127.0.0.1:8025";

  private static final int USUAL_PORT = 8025;
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([0-9.]+)|(localhost))(?::([0-9]{1,5}))?");

  static Listening parse(String words) {
    Optional<InetAddress> bare = Addresses.parse(words);
    if (bare.isPresent()) {
      return new Listening(bare.get(), USUAL_PORT);
    }
    Matcher matcher = FORM.matcher(words);
    Optional<InetAddress> address = matcher.matches() ? address(matcher) : Optional.empty();
    int port = address.isPresent() ? port(matcher) : 0;
    return address
        .filter(_ -> port <= 65535)
        .map(found -> new Listening(found, port))
        .orElseThrow(() ->
            new UsageException(
                "--listen: '"
                    + words
                    + "' is no address and port; write 127.0.0.1:8025 or [::1]:8025"));
  }

  private static Optional<InetAddress> address(Matcher matcher) {
    return matcher.group(3) != null
        ? Optional.of(InetAddress.getLoopbackAddress())
        : Addresses.parse(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
  }

  private static int port(Matcher matcher) {
    return Optional.ofNullable(matcher.group(4)).map(Integer::valueOf).orElse(USUAL_PORT);
  }
}
