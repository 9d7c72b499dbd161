package dev.smtpscope.web.http;

import java.io.PrintStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may reach the service, and how.
 *
 * @param listen the address it listens on
 * @param isPublic whether strangers are expected
 * @param names host names it is reached by, beside addresses and {@code localhost}; in public every
 *     name does unless some are listed
 * @param trustedProxies whose word counts on who asks
 * @param token what callers must know
 * @param accessLog where requests are written down
 */
public record HttpOptions(
    InetAddress listen,
    boolean isPublic,
    Set<String> names,
    List<Network> trustedProxies,
    BasePath basePath,
    Optional<Token> token,
    Optional<PrintStream> accessLog) {
  public HttpOptions {
    names = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** For one person, on {@code listen}. */
  public static HttpOptions on(InetAddress listen) {
    return new HttpOptions(
        listen, false, Set.of(), List.of(), BasePath.ROOT, Optional.empty(), Optional.empty());
  }
}
