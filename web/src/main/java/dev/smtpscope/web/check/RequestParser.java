package dev.smtpscope.web.check;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.judge.Profiles;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.AddressFilter.Family;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Meaning;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.target.TlsMode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the words of a form, a query or a JSON body, all alike: {@link #FIELDS}, in the grammar of
 * the command line's options. Stateless; safe for all threads.
 */
public final class RequestParser {
  /** What a request may say; only the target must be there. */
  public static final List<String> FIELDS =
      List.of(
          "target",
          "as",
          "ports",
          "role",
          "tls",
          "family",
          "address",
          "maxAddresses",
          "sni",
          "name",
          "ehlo",
          "timeout",
          "profile",
          "tlsAudit");

  private static final Duration NOTHING = Duration.ZERO;

  private final CheckLimits limits;

  public RequestParser(CheckLimits limits) {
    this.limits = limits;
  }

  /** The request that {@code words}, by field, make; a blank word counts as none. */
  public CheckRequest parse(Map<String, String> words) throws BadRequestException {
    for (String name : words.keySet()) {
      if (!FIELDS.contains(name)) {
        throw new BadRequestException(
            Read.quoted(name).replace("'", ""),
            Read.quoted(name) + " is no option; there are " + String.join(", ", FIELDS));
      }
    }
    Words given = new Words(words);
    Target target = target(given);
    ScanChoices choices = choices(given, ports(target));
    if (target.meaning() == Meaning.DOMAIN && choices.addresses().only().isPresent()) {
      throw new BadRequestException(
          "address", "an address is of a host, but a mail domain is asked for");
    }
    return new CheckRequest(target, choices);
  }

  private static int ports(Target target) {
    return Math.max(target.services().size(), target.mxServices().size());
  }

  private Target target(Words words) throws BadRequestException {
    List<Integer> ports = words.read("ports", Read::ports).orElse(List.of());
    Optional<Role> role = words.read("role", Read::role);
    Optional<TlsMode> tls = words.read("tls", Read::tls);
    Optional<Meaning> meaning = words.read("as", Read::meaning);
    if (ports.size() > limits.ports()) {
      throw new BadRequestException(
          "ports", "at most " + limits.ports() + " ports are tested in one check");
    }
    try {
      return new TargetParser(new TargetParser.Overrides(ports, role, tls, meaning))
          .parse(words.text("target").orElse(""));
    } catch (InvalidTargetException e) {
      throw new BadRequestException("target", String.valueOf(e.getMessage()));
    }
  }

  private ScanChoices choices(Words words, int ports) throws BadRequestException {
    Optional<ServerNameIndication> sni = words.read("sni", Read::sni);
    Optional<HostName> name = words.read("name", Read::hostName);
    Optional<EhloName> ehlo = words.read("ehlo", Read::ehlo);
    Optional<AuditDepth> audit = audit(words);
    return new ScanChoices(
        addresses(words, ports),
        timeout(words, audit),
        sni.orElseGet(ServerNameIndication.FollowHost::new),
        name,
        ehlo,
        words.read("profile", Read::profile).orElse(Profiles.NAMES.getFirst()),
        audit);
  }

  /** The deepest TLS audit that may be asked for. */
  public AuditDepth deepestAudit() {
    return limits.deepestAudit();
  }

  private Optional<AuditDepth> audit(Words words) throws BadRequestException {
    Optional<AuditDepth> audit = words.read("tlsAudit", Read::audit);
    AuditDepth deepest = limits.deepestAudit();
    if (audit.filter(depth -> depth.compareTo(deepest) > 0).isPresent()) {
      throw new BadRequestException(
          "tlsAudit",
          "the deepest TLS audit made here is " + deepest.name().toLowerCase(Locale.ROOT));
    }
    return audit;
  }

  private AddressFilter addresses(Words words, int ports) throws BadRequestException {
    Family family = words.read("family", Read::family).orElse(Family.ANY);
    Optional<InetAddress> only = words.read("address", Read::address);
    if (only.filter(address -> excludes(family, address)).isPresent()) {
      throw new BadRequestException(
          "address", "the address is of the other IP version than family");
    }
    int usual = Math.min(AddressFilter.STANDARD.cap(), limits.addresses());
    int cap = words.read("maxAddresses", Read::number).orElse(usual);
    if (cap < 1 || cap > limits.addresses()) {
      throw new BadRequestException(
          "maxAddresses", "at most " + limits.addresses() + " addresses are tested, at least 1");
    }
    return new AddressFilter(family, only, cap, limits.hosts(cap, ports));
  }

  private static boolean excludes(Family family, InetAddress address) {
    return family == (address instanceof Inet6Address ? Family.V4 : Family.V6);
  }

  private Duration timeout(Words words, Optional<AuditDepth> audit) throws BadRequestException {
    Duration usual = Duration.ofSeconds(60).plus(audit.map(RequestParser::extra).orElse(NOTHING));
    Duration longest = limits.whole();
    Duration timeout =
        words
            .read("timeout", Read::duration)
            .orElse(usual.compareTo(longest) < 0 ? usual : longest);
    if (timeout.compareTo(longest) > 0) {
      throw new BadRequestException(
          "timeout", "a check may take " + dev.smtpscope.text.Words.duration(longest) + " at most");
    }
    return timeout;
  }

  /** The time that an audit takes beside the check. */
  private static Duration extra(AuditDepth depth) {
    return switch (depth) {
      case QUICK -> Duration.ofMinutes(1);
      case FULL, DEEP -> Duration.ofMinutes(4);
    };
  }

  /** The words by field. */
  private record Words(Map<String, String> byField) {
    Optional<String> text(String field) {
      return Optional.ofNullable(byField.get(field)).map(String::strip).filter(w -> !w.isEmpty());
    }

    <T> Optional<T> read(String field, Reading<T> reading) throws BadRequestException {
      Optional<String> word = text(field);
      try {
        return word.isPresent() ? Optional.of(reading.of(word.get())) : Optional.empty();
      } catch (IllegalArgumentException e) {
        throw new BadRequestException(field, String.valueOf(e.getMessage()));
      }
    }
  }

  /** Reads one word; an {@link IllegalArgumentException} says what would be right. */
  private interface Reading<T> {
    T of(String word);
  }
}
