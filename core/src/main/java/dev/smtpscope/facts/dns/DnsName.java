package dev.smtpscope.facts.dns;

import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any domain name that the DNS can carry, in lower case, without a trailing dot. What is not
 * printable ASCII, and what has a meaning in zone files, is escaped as there (RFC 1035 section
 * 5.1), so that the text is harmless whoever chose the name.
 *
 * @param text {@code .} for the root; labels of 1 to 63 octets, at most 255 with their lengths
 */
public record DnsName(String text) implements Comparable<DnsName> {
  private static final int LONGEST = 255;

  /** The top of the tree, which as an MX target means "no mail" (RFC 7505). */
  public static final DnsName ROOT = new DnsName(".");

  /**
   * @throws IllegalArgumentException when {@code text} is no domain name
   */
  public DnsName {
    text = MasterFileText.write(MasterFileText.read(text));
  }

  /** The name of a host. */
  public static DnsName of(HostName host) {
    return new DnsName(host.ascii());
  }

  /** The name whose labels are these octets; ISO 8859-1 stands for them. */
  public static DnsName ofLabels(List<String> labels) {
    return new DnsName(MasterFileText.write(labels));
  }

  /** The labels' octets as ISO 8859-1, left to right, none for the root. */
  public List<String> labels() {
    return MasterFileText.read(text);
  }

  public boolean isRoot() {
    return text.equals(".");
  }

  /** This name as a host name, where it has the form of one. */
  public Optional<HostName> hostName() {
    try {
      return Optional.of(new HostName(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * The name below this one with more labels in front, such as {@code _25._tcp}.
   *
   * @throws IllegalArgumentException when it would be too long
   */
  public DnsName child(String prefix) {
    return isRoot() ? new DnsName(prefix) : new DnsName(prefix + "." + text);
  }

  /** The name without its first label; the root's is the root. */
  public DnsName parent() {
    List<String> labels = labels();
    return labels.isEmpty() ? this : ofLabels(labels.subList(1, labels.size()));
  }

  /** Whether this name is {@code other} or below it. */
  public boolean isWithin(DnsName other) {
    List<String> mine = labels();
    List<String> its = other.labels();
    int more = mine.size() - its.size();
    return more >= 0 && mine.subList(more, mine.size()).equals(its);
  }

  static boolean fits(List<String> labels) {
    return labels.stream().allMatch(label -> !label.isEmpty() && label.length() <= 63)
        && Stream.concat(labels.stream(), Stream.of("")).mapToInt(l -> l.length() + 1).sum()
            <= LONGEST;
  }

  @Override
  public int compareTo(DnsName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
