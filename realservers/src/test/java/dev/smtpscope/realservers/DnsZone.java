package dev.smtpscope.realservers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A zone as a test declares it. Owner names are relative, {@code @} is the zone itself; names
 * within data end in a dot or are relative too. SOA, NS and the delegation by the zone above come
 * with it.
 *
 * @param name without a trailing dot; empty for the root
 */
record DnsZone(String name, List<String> records, Signing signing, Delegation delegation) {
  /** How the zone is signed. */
  enum Signing {
    UNSIGNED,
    NSEC,
    NSEC3,
    /** Names without signatures may hide between the hashes. */
    OPT_OUT,
    /** More than any validator accepts. */
    MANY_ITERATIONS,
    EXPIRED,
    NOT_YET_VALID,
    /** One octet of every signature but those of SOA, NS and DNSKEY is wrong. */
    CORRUPTED,
    /** NSEC records are left out. */
    NO_DENIAL,
    /** The keys are left out. */
    NO_DNSKEY
  }

  /** What the zone above says of the keys. */
  enum Delegation {
    DS,
    NO_DS,
    /** A DS record of a key that does not exist. */
    WRONG_DS
  }

  DnsZone {
    records = List.copyOf(records);
  }

  static DnsZone of(String name) {
    return new DnsZone(name, List.of(), Signing.NSEC, Delegation.DS);
  }

  DnsZone signed(Signing how) {
    Delegation above = how == Signing.UNSIGNED ? Delegation.NO_DS : delegation;
    return new DnsZone(name, records, how, above);
  }

  DnsZone delegated(Delegation how) {
    return new DnsZone(name, records, signing, how);
  }

  DnsZone mx(String owner, int preference, String exchange) {
    return record(owner, "MX", preference + " " + exchange);
  }

  /** A or AAAA. */
  DnsZone address(String owner, String... addresses) {
    DnsZone zone = this;
    for (String address : addresses) {
      zone = zone.record(owner, address.contains(":") ? "AAAA" : "A", address);
    }
    return zone;
  }

  DnsZone cname(String owner, String target) {
    return record(owner, "CNAME", target);
  }

  DnsZone tlsa(String owner, int usage, int selector, int matchingType, String hex) {
    return record(owner, "TLSA", "%d %d %d %s".formatted(usage, selector, matchingType, hex));
  }

  DnsZone txt(String owner, String... strings) {
    return record(
        owner, "TXT", Stream.of(strings).map(DnsZone::quoted).collect(Collectors.joining(" ")));
  }

  DnsZone srv(String owner, int priority, int weight, int port, String target) {
    return record(owner, "SRV", "%d %d %d %s".formatted(priority, weight, port, target));
  }

  DnsZone ptr(String owner, String target) {
    return record(owner, "PTR", target);
  }

  /** Any record, its data as in a zone file. */
  DnsZone record(String owner, String type, String data) {
    var more = new ArrayList<>(records);
    more.add("%s IN %s %s".formatted(owner, type, data));
    return new DnsZone(name, more, signing, delegation);
  }

  DnsZone records(List<String> lines) {
    var more = new ArrayList<>(records);
    more.addAll(lines);
    return new DnsZone(name, more, signing, delegation);
  }

  String origin() {
    return name + ".";
  }

  int depth() {
    return name.isEmpty() ? 0 : name.split("\\.").length;
  }

  boolean isAbove(DnsZone other) {
    return !name.equals(other.name) && (name.isEmpty() || other.name.endsWith("." + name));
  }

  /** The file that is to be signed. */
  String text(String authority) {
    String fixed =
        """
        $ORIGIN %1$s
        $TTL 300
        @ IN SOA ns.%2$s hostmaster.%2$s 1 3600 600 86400 60
        @ IN NS ns.%2$s
        ns.%2$s IN A %3$s
        """
            .formatted(origin(), name.isEmpty() ? "" : origin(), authority);
    return fixed + String.join("\n", records) + "\n";
  }

  /** What the zone above has to say so that this one is found. */
  List<String> glue(String authority) {
    return List.of(
        "%s IN NS ns.%s".formatted(origin(), origin()),
        "ns.%s IN A %s".formatted(origin(), authority));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte octet : text.getBytes(StandardCharsets.ISO_8859_1)) {
      boolean plain = octet >= 0x20 && octet < 0x7f && octet != '"' && octet != '\\';
      out.append(
          plain ? Character.toString(octet) : String.format(Locale.ROOT, "\\%03d", octet & 0xff));
    }
    return out.append('"').toString();
  }
}
