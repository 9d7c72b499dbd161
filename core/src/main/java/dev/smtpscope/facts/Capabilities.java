package dev.smtpscope.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The capabilities of one EHLO reply, in the order they came. */
public record Capabilities(List<Capability> all) {
  /** No capability at all. */
  public static final Capabilities NONE = new Capabilities(List.of());

  public Capabilities {
    all = List.copyOf(all);
  }

  /** The capabilities of a positive EHLO reply; its first line names the server and is none. */
  public static Capabilities of(Reply ehlo) {
    return new Capabilities(
        ehlo.lines().stream().skip(1).filter(l -> !l.isBlank()).map(Capability::parse).toList());
  }

  /** Whether {@code keyword} is offered, in whatever case. */
  public boolean has(String keyword) {
    return find(keyword).isPresent();
  }

  /** The first capability of that keyword. */
  public Optional<Capability> find(String keyword) {
    String upper = keyword.toUpperCase(Locale.ROOT);
    for (Capability capability : all) {
      if (capability.keyword().equals(upper)) {
        return Optional.of(capability);
      }
    }
    return Optional.empty();
  }

  /** The AUTH mechanisms (RFC 4954) in upper case, from all AUTH lines together. */
  public Set<String> authMechanisms() {
    Set<String> mechanisms = new TreeSet<>();
    for (Capability capability : all) {
      if (capability.keyword().equals("AUTH")) {
        capability.parameters().forEach(p -> mechanisms.add(p.toUpperCase(Locale.ROOT)));
      }
    }
    return mechanisms;
  }

  /** What SIZE says; empty when it is not offered. */
  public Optional<SizeLimit> size() {
    return find("SIZE").map(SizeLimit::of);
  }

  /** What LIMITS says; empty when it is not offered. */
  public Optional<Limits> limits() {
    return find("LIMITS").map(Limits::of);
  }

  /** The keywords, sorted. */
  public Set<String> keywords() {
    Set<String> keywords = new TreeSet<>();
    all.forEach(c -> keywords.add(c.keyword()));
    return keywords;
  }
}
