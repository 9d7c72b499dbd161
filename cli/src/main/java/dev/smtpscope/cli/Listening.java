package dev.smtpscope.cli;

import dev.smtpscope.target.Addresses;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to listen; port 0 takes a free one. */
public record Listening(InetAddress address, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([0-9.]+)|(localhost))(?::([0-9]{1,5}))?");

  /**
   * An address, with the usual port unless it names one.
   *
   * @param option what {@code words} were given to, for the complaint if they are wrong
   */
  public static Listening parse(String option, String words, int usualPort) {
    Optional<InetAddress> bare = Addresses.parse(words);
    if (bare.isPresent()) {
      return new Listening(bare.get(), usualPort);
    }
    Matcher matcher = FORM.matcher(words);
    Optional<InetAddress> address = matcher.matches() ? address(matcher) : Optional.empty();
    int port = address.isPresent() ? port(matcher, usualPort) : 0;
    return address
        .filter(_ -> port <= 65535)
        .map(found -> new Listening(found, port))
        .orElseThrow(() ->
            new UsageException(
                option
                    + ": '"
                    + words
                    + "' is no address and port; write 127.0.0.1:"
                    + usualPort
                    + " or [::1]:"
                    + usualPort));
  }

  private static Optional<InetAddress> address(Matcher matcher) {
    return matcher.group(3) != null
        ? Optional.of(InetAddress.getLoopbackAddress())
        : Addresses.parse(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
  }

  private static int port(Matcher matcher, int usualPort) {
    return Optional.ofNullable(matcher.group(4)).map(Integer::valueOf).orElse(usualPort);
  }
}
