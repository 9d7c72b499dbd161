package dev.smtpscope.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** One context for each chain of a server, so that it resumes its clients' sessions. */
final class Contexts {
  private final Map<Chain, SSLContext> known = new ConcurrentHashMap<>();

  SSLContext of(Chain chain) {
    return known.computeIfAbsent(chain, Chain::sslContext);
  }
}
