package dev.smtpscope.bulk.polite;

import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Target;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Networks and names that want to be left alone. A name stands for all below it too. Immutable. */
public final class Exclusions implements AddressPolicy {
  /** Nobody. */
  public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

  private static final String WHY = "is on the exclusion list";

  private final Set<Network> networks;
  private final List<Integer> lengths;
  private final Set<String> names;

  Exclusions(Set<Network> networks, Set<String> names) {
    this.networks = Set.copyOf(networks);
    this.lengths = networks.stream().map(Network::bits).distinct().sorted().toList();
    this.names = Set.copyOf(names);
  }

  /**
   * Those of a file's lines: an address, a network such as {@code 192.0.2.0/24}, or a name; {@code
   * #} begins a comment.
   *
   * @throws InvalidExclusionException for the first line that is none of these
   */
  public static Exclusions parse(List<String> lines) throws InvalidExclusionException {
    Set<Network> networks = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        new ExclusionLine(i + 1, text).addTo(networks, names);
      }
    }
    return new Exclusions(networks, names);
  }

  /** Both these and {@code others}. */
  public Exclusions and(Exclusions others) {
    return new Exclusions(union(networks, others.networks), union(names, others.names));
  }

  /** How many networks and names there are. */
  public int size() {
    return networks.size() + names.size();
  }

  @Override
  public Optional<String> refusal(InetAddress address) {
    int most = address.getAddress().length * 8;
    return lengths.stream()
        .filter(bits -> bits <= most)
        .map(bits -> Network.of(address, bits))
        .filter(networks::contains)
        .findFirst()
        .map(network -> Addresses.text(network.prefix()) + "/" + network.bits() + " " + WHY);
  }

  /** Why nothing of this name is talked to, in words that continue a sentence. */
  public Optional<String> refusal(HostName host) {
    String name = host.ascii();
    return Stream.iterate(name, n -> !n.isEmpty(), Exclusions::parent)
        .filter(names::contains)
        .findFirst()
        .map(found -> found + " " + WHY);
  }

  /** Why {@code target} is not looked at, in words that continue a sentence. */
  public Optional<String> refusal(Target target) {
    return switch (target.host()) {
      case Host.Name named -> refusal(named.name());
      case Host.Literal literal -> refusal(literal.address());
    };
  }

  private static String parent(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
