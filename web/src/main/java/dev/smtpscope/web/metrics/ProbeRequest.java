package dev.smtpscope.web.metrics;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scrape asks for.
 *
 * @param words of the request for a check
 * @param timeout the longest that the answer may take
 */
record ProbeRequest(Map<String, String> words, Duration timeout) {
  /** What a target is taken for; {@code auto} leaves it to the ports. */
  static final List<String> MODULES = List.of("auto", "smtp", "smtps", "submission", "submissions");

  private static final String AUTO = "auto";
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration SHORTEST = Duration.ofMillis(500);

  /** Left for the way back, so that Prometheus gets what is known before it gives up. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  /** Reads the query; an {@link IllegalArgumentException} says in a line what is wrong. */
  static ProbeRequest of(Context context, Duration longest) {
    for (String name : context.queryParamMap().keySet()) {
      if (!List.of("target", "port", "module").contains(name)) {
        throw new IllegalArgumentException("there are the parameters target, port and module only");
      }
    }
    String module = Optional.ofNullable(context.queryParam("module")).orElse(AUTO);
    if (!MODULES.contains(module)) {
      throw new IllegalArgumentException("module is one of " + String.join(", ", MODULES));
    }
    Duration timeout = timeout(context.header("X-Prometheus-Scrape-Timeout-Seconds"), longest);
    return new ProbeRequest(words(context, module, timeout), timeout);
  }

  private static Map<String, String> words(Context context, String module, Duration timeout) {
    String target = Optional.ofNullable(context.queryParam("target")).orElse("").strip();
    if (target.isEmpty()) {
      throw new IllegalArgumentException("the parameter target is missing");
    }
    Map<String, String> words = new HashMap<>();
    Optional<String> port = Optional.ofNullable(context.queryParam("port"));
    boolean isUrl = target.contains("://");
    words.put("target", module.equals(AUTO) || isUrl ? target : url(module, target, port));
    port.filter(_ -> module.equals(AUTO) || isUrl).ifPresent(list -> words.put("ports", list));
    words.put("timeout", timeout.toMillis() + "ms");
    return words;
  }

  private static String url(String module, String target, Optional<String> port) {
    boolean isBareV6 = target.indexOf(':') != target.lastIndexOf(':') && !target.startsWith("[");
    String host = isBareV6 ? "[" + target + "]" : target;
    return module + "://" + host + port.map(number -> ":" + number).orElse("");
  }

  private static Duration timeout(
      @org.jspecify.annotations.Nullable String seconds, Duration longest) {
    Duration asked =
        seconds != null && seconds.matches("[0-9]{1,6}(\\.[0-9]{1,9})?")
            ? Duration.ofNanos((long) (Double.parseDouble(seconds) * 1e9)).minus(MARGIN)
            : USUAL;
    Duration atLeast = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    return atLeast.compareTo(longest) > 0 ? longest : atLeast;
  }
}
