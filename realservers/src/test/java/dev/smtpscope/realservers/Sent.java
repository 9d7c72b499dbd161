package dev.smtpscope.realservers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Postfix logged of a delivery.
 *
 * @param transport that made it
 * @param trust of the last TLS connection before it; empty for none
 * @param status {@code sent}, {@code deferred} or {@code bounced}
 */
record Sent(String transport, String domain, Optional<String> trust, String status, String detail) {
  private static final Pattern LINE = Pattern.compile(".* (by\\w+)/smtp\\[(\\d+)\\]: (.*)");
  private static final Pattern TLS =
      Pattern.compile("(Verified|Trusted|Untrusted|Anonymous) TLS connection established.*");
  private static final Pattern DELIVERY =
      Pattern.compile(".*to=<[^@]*@([^>]+)>.* status=(\\w+) \\((.*)\\)");

  /** Every delivery of the log; a process makes one after the other. */
  static List<Sent> all(List<String> log) {
    Map<String, String> trust = new HashMap<>();
    List<Sent> all = new ArrayList<>();
    for (String line : log) {
      Matcher entry = LINE.matcher(line);
      if (entry.matches()) {
        read(entry, trust).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Sent> read(Matcher entry, Map<String, String> trust) {
    Matcher tls = TLS.matcher(entry.group(3));
    if (tls.matches()) {
      trust.put(entry.group(2), tls.group(1));
    }
    Matcher delivery = DELIVERY.matcher(entry.group(3));
    return delivery.matches()
        ? Optional.of(
            new Sent(
                entry.group(1),
                delivery.group(1),
                Optional.ofNullable(trust.remove(entry.group(2))),
                delivery.group(2),
                delivery.group(3)))
        : Optional.empty();
  }
}
