package dev.smtpscope.render.outline;

import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.reference.Keyword;
import dev.smtpscope.reference.Keywords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What EHLO listed before and inside TLS.
 *
 * @param both whether EHLO succeeded in both, so that a difference means something
 */
public record Ehlo(Set<String> plain, Set<String> inTls, boolean both) {
  /**
   * One capability.
   *
   * @param text as it came
   */
  public record Line(String text, boolean beforeTls, boolean insideTls) {
    /** What its keyword means. */
    public Keyword keyword() {
      return Keywords.of(text.split("\\s", 2)[0]);
    }
  }

  /** The two lists of an endpoint; either may be empty. */
  public static Ehlo of(EndpointFacts endpoint) {
    return new Ehlo(
        lines(endpoint.hello().capabilities().all()),
        lines(endpoint.helloInTls().capabilities().all()),
        endpoint.hello().isExtended() && endpoint.helloInTls().isExtended());
  }

  private static Set<String> lines(List<Capability> capabilities) {
    Set<String> lines = new LinkedHashSet<>();
    capabilities.forEach(c -> lines.add(c.line().strip()));
    return lines;
  }

  /** Each line once, those from before TLS first. */
  public List<Line> lines() {
    Set<String> all = new LinkedHashSet<>(plain);
    all.addAll(inTls);
    return all.stream().map(l -> new Line(l, plain.contains(l), inTls.contains(l))).toList();
  }

  /** A heading that says which of the two there are. */
  public String title() {
    return both ? "EHLO before and inside TLS" : plain.isEmpty() ? "EHLO inside TLS" : "EHLO";
  }
}
