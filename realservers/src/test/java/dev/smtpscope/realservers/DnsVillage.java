package dev.smtpscope.realservers;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.dns.DnssecAnchors;
import dev.smtpscope.probe.dns.ValidatingDnsClient;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A DNS of its own, from a private root down: an authoritative server (NSD), a resolver that
 * validates and one that does not (Unbound), each at port 53 of a loopback address that nobody else
 * has. Its zones are signed when it starts, so that all dates hold. Root and top-level zones that
 * are not declared are added, signed with NSEC.
 */
final class DnsVillage implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(15);

  private final Workspace workspace;
  private final InetAddress authority = Loopback.free();
  private final InetAddress validating = Loopback.free();
  private final InetAddress plain = Loopback.free();
  private final List<Daemon> daemons = new ArrayList<>();
  private final String anchor;

  private DnsVillage(List<DnsZone> declared) {
    this.workspace = Workspace.create("dns");
    List<ZoneSigner.Signed> zones = signed(declared);
    this.anchor = zones.getLast().delegation().getFirst();
    workspace.file("root.ds", anchor + "\n");
    workspace.file("root.hints", ". IN NS ns.\nns. IN A " + authority.getHostAddress() + "\n");
    workspace.file("delv.keys", "trust-anchors { %s };\n".formatted(staticDs()));
    start("nsd", "-d", "-c", workspace.file("nsd.conf", nsd(zones)).toString());
    unbound("validating", validating, "validator iterator");
    unbound("plain", plain, "iterator");
    List.of(authority, validating, plain).forEach(this::await);
  }

  /**
   * Serves these zones.
   *
   * @throws Unavailable when this machine can't
   */
  static DnsVillage start(DnsZone... zones) {
    return start(List.of(zones));
  }

  static DnsVillage start(List<DnsZone> zones) {
    List.of("nsd", "unbound", "ldnsutils").forEach(Unpacked::of);
    return new DnsVillage(zones);
  }

  /** The resolver that validates. */
  DnsServer.Plain validatingResolver() {
    return new DnsServer.Plain(validating, 53);
  }

  /** The resolver that passes signatures on and does not look at them. */
  DnsServer.Plain plainResolver() {
    return new DnsServer.Plain(plain, 53);
  }

  /** The root's key as a DS record, for {@code --trust-anchor} and Unbound alike. */
  Path trustAnchor() {
    return workspace.root().resolve("root.ds");
  }

  /** The same in the form of BIND's tools. */
  Path trustAnchorForBind() {
    return workspace.root().resolve("delv.keys");
  }

  /** A client of ours with a memory of its own. */
  ValidatingDnsClient client(DnsServer resolver) {
    return new ValidatingDnsClient(List.of(resolver), DnssecAnchors.of(trustAnchor()));
  }

  private String staticDs() {
    String[] words = anchor.split("\\s+", -1);
    return "\".\" static-ds %s %s %s \"%s\";".formatted(words[4], words[5], words[6], words[7]);
  }

  /** Children first, because the zone above holds their DS; the root last. */
  private List<ZoneSigner.Signed> signed(List<DnsZone> declared) {
    var signer = new ZoneSigner(workspace.directory("zones", "root"), authority.getHostAddress());
    List<DnsZone> tree = deepestFirst(declared);
    Map<String, List<String>> delegations = new HashMap<>();
    List<ZoneSigner.Signed> done = new ArrayList<>();
    for (DnsZone zone : tree) {
      List<String> below = delegations.getOrDefault(zone.name(), List.of());
      ZoneSigner.Signed signed = signer.sign(zone.records(below));
      done.add(signed);
      parent(tree, zone)
          .map(parent -> delegations.computeIfAbsent(parent.name(), _ -> new ArrayList<>()))
          .ifPresent(lines -> lines.addAll(delegation(signed)));
    }
    return done;
  }

  private List<String> delegation(ZoneSigner.Signed child) {
    List<String> glue = child.zone().glue(authority.getHostAddress());
    return Stream.of(glue, child.delegation()).flatMap(List::stream).toList();
  }

  private static Optional<DnsZone> parent(List<DnsZone> tree, DnsZone zone) {
    return tree.stream()
        .filter(other -> other.isAbove(zone))
        .max(Comparator.comparingInt(DnsZone::depth));
  }

  /** With the root and the top-level zones that were not declared. */
  private static List<DnsZone> deepestFirst(List<DnsZone> declared) {
    Map<String, DnsZone> tree = new HashMap<>();
    declared.stream()
        .flatMap(zone -> Stream.of(topLevel(zone), ""))
        .forEach(name -> tree.put(name, DnsZone.of(name)));
    declared.forEach(zone -> tree.put(zone.name(), zone));
    return tree.values().stream()
        .sorted(Comparator.comparingInt(DnsZone::depth).reversed().thenComparing(DnsZone::name))
        .toList();
  }

  private static String topLevel(DnsZone zone) {
    return zone.name().substring(zone.name().lastIndexOf('.') + 1);
  }

  private String nsd(List<ZoneSigner.Signed> zones) {
    String list =
        zones.stream()
            .map(z ->
                "zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n"
                    .formatted(z.zone().origin(), z.file()))
            .collect(Collectors.joining());
    return Template.fill(
        "nsd.conf",
        Map.of(
            "address", authority.getHostAddress(),
            "directory", workspace.root().toString(),
            "zones", list));
  }

  private void unbound(String name, InetAddress address, String modules) {
    String conf =
        Template.fill(
            "unbound.conf",
            Map.of(
                "address",
                address.getHostAddress(),
                "directory",
                workspace.root().toString(),
                "name",
                name,
                "modules",
                modules));
    start("unbound", "-d", "-p", "-c", workspace.file(name + ".conf", conf).toString());
  }

  private void start(String program, String... arguments) {
    Unpacked unpacked = Unpacked.of(program);
    var words = new ArrayList<>(List.of(unpacked.file("usr/sbin/" + program)));
    words.addAll(List.of(arguments));
    daemons.add(Daemon.start(workspace, List.of(), unpacked.environment(), words));
  }

  private void await(InetAddress address) {
    long until = System.nanoTime() + START.toNanos();
    while (!Loopback.listens(address, 53)) {
      if (System.nanoTime() > until || daemons.stream().anyMatch(d -> !d.running())) {
        String logs = workspace.logs();
        close();
        throw new IllegalStateException("no DNS server at " + address + "\n" + logs);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Override
  public void close() {
    daemons.forEach(Daemon::close);
    workspace.delete();
  }
}
