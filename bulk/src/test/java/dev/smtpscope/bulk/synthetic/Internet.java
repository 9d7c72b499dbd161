package dev.smtpscope.bulk.synthetic;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who runs which server, and how: nothing is stored, everything follows from the seed. A provider
 * of rank r has a share of the domains that goes with 1/r; the large ones have up to 64 addresses,
 * most have one.
 *
 * @param domains how many, at most 10,000,000; they are called d0.example, d1.example and so on
 * @param addresses how many, from 127.16.0.1 on; 1,000 to 1,000,000
 * @param tarpits how many of a hundred addresses keep visitors waiting, 0 to 80
 * @param refusals at how many of a hundred addresses nobody listens, 0 to 8
 * @param pace percent of the usual latencies; 0 for none
 * @param postQuantum how many of a hundred providers prefer X25519MLKEM768
 */
record Internet(
    long seed, int domains, int addresses, int tarpits, int refusals, int pace, int postQuantum) {
  private static final int LARGEST = 64;
  private static final int ALWAYS_GOOD = 12;
  private static final int FIRST = 127 << 24 | 16 << 16;
  private static final int FIRST_POLICY_HOST = 127 << 24 | 32 << 16;
  private static final int WITH_POLICY = 2;
  private static final int OTHER_TROUBLES = 12;
  private static final List<Manner> TARPITS =
      List.of(Manner.SILENT, Manner.DRIPPING, Manner.STALLING, Manner.SILENT, Manner.DEAD);
  private static final List<Manner> TROUBLES =
      List.of(
          Manner.PLAIN,
          Manner.RESETTING,
          Manner.BUSY,
          Manner.PLAIN,
          Manner.REJECTING,
          Manner.PLAIN);

  /** What these words of a command line say, each {@code name=number}; others are left alone. */
  static Internet of(List<String> words) {
    return new Internet(
        number(words, "seed", 1),
        number(words, "domains", 100_000),
        number(words, "addresses", 20_000),
        number(words, "tarpits", 5),
        number(words, "refusals", 2),
        number(words, "pace", 100),
        number(words, "pq", 15));
  }

  /** The number that stands behind {@code name=}. */
  static int number(List<String> words, String name, int usual) {
    return words.stream()
        .filter(word -> word.startsWith(name + "="))
        .map(word -> Integer.parseInt(word.substring(name.length() + 1)))
        .findFirst()
        .orElse(usual);
  }

  /** A group of addresses under one name. */
  record Provider(int rank, int first, int size) {
    String name() {
      return "p" + rank + ".example";
    }

    /** Its mail hosts. */
    int hosts() {
      return Math.max(1, Math.min(4, size / 2));
    }

    String host(int number) {
      return "mx" + number + "." + name();
    }

    /** The indexes of the addresses of a host. */
    List<Integer> addressesOf(int host) {
      return IntStream.range(0, size)
          .filter(i -> i % hosts() == host)
          .mapToObj(i -> first + i)
          .toList();
    }
  }

  static String domain(int number) {
    return "d" + number + ".example";
  }

  InetAddress address(int index) {
    return address(FIRST, index);
  }

  /** Where the policy of that domain is served. */
  InetAddress policyHost(int domain) {
    return address(FIRST_POLICY_HOST, domain);
  }

  /** The {@code number}-th behind {@code base}. */
  private static InetAddress address(int base, int number) {
    int value = base + 1 + number;
    byte[] octets = {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  int index(InetAddress address) {
    return Math.floorMod(value(address) - FIRST - 1, addresses);
  }

  boolean isPolicyHost(InetAddress address) {
    return value(address) > FIRST_POLICY_HOST;
  }

  /** Whose policy is served there. */
  int policyDomain(InetAddress address) {
    return value(address) - FIRST_POLICY_HOST - 1;
  }

  private static int value(InetAddress address) {
    return ByteBuffer.wrap(address.getAddress()).getInt();
  }

  /** Whose the domain is: the shares of the providers go with 1/rank. */
  Provider providerOf(int domain) {
    return provider((int) Math.pow(providers() + 1, fraction(1, domain)) - 1);
  }

  /** Those of the most addresses come first. */
  Provider provider(int rank) {
    int first = IntStream.range(0, Math.min(rank, LARGEST)).map(Internet::size).sum();
    return new Provider(rank, first + Math.max(0, rank - LARGEST), size(rank));
  }

  /** Whose the address is. */
  Provider providerAt(int index) {
    int first = 0;
    int rank = 0;
    while (first + size(rank) <= index) {
      first += size(rank++);
      if (rank == LARGEST) {
        return provider(rank + index - first);
      }
    }
    return provider(rank);
  }

  private int providers() {
    return addresses - IntStream.range(0, LARGEST).map(Internet::size).sum() + LARGEST;
  }

  private static int size(int rank) {
    return Math.max(1, LARGEST / (rank + 1));
  }

  /** The number of that provider. */
  Optional<Provider> provider(String name) {
    return numbered(name, "p").filter(rank -> rank < providers()).map(this::provider);
  }

  /** The number of that domain. */
  Optional<Integer> domain(String name) {
    return numbered(name, "d").filter(number -> number < domains);
  }

  private static Optional<Integer> numbered(String name, String letter) {
    boolean fits = name.matches(letter + "[0-9]{1,8}\\.example");
    return fits
        ? Optional.of(Integer.parseInt(name.substring(1, name.indexOf('.'))))
        : Optional.empty();
  }

  Manner manner(int index) {
    double at = fraction(2, index) * 100;
    int troubled = tarpits + OTHER_TROUBLES;
    if (providerAt(index).rank() < ALWAYS_GOOD || at >= troubled + refusals) {
      return Manner.WELL_BEHAVED;
    }
    if (at >= troubled) {
      return Manner.REFUSING;
    }
    return at < tarpits ? pick(TARPITS, index) : pick(TROUBLES, index);
  }

  /** What the policy host of that domain has, where the domain announces MTA-STS. */
  Optional<PolicyManner> policy(int domain) {
    return chance(7, domain, WITH_POLICY)
        ? Optional.of(PolicyManner.at(fraction(8, domain) * 100))
        : Optional.empty();
  }

  private <T> T pick(List<T> from, int index) {
    return from.get((int) (fraction(3, index) * from.size()));
  }

  /** From 5 ms, half of them below 40 ms, a few of 300 ms and more, as the square of chance. */
  Duration latency(int index) {
    double chance = fraction(4, index);
    return Duration.ofNanos(
        (long) ((5 + 140 * chance * chance + 300 * Math.pow(chance, 12)) * pace * 10_000));
  }

  /** Whether chance, once drawn for this kind of thing, is below so many percent. */
  boolean chance(int kind, int number, int percent) {
    return fraction(kind, number) * 100 < percent;
  }

  /** Chance from 0 to 1, the same for the same question (SplitMix64). */
  private double fraction(int kind, int number) {
    long z = seed * 0x9e3779b97f4a7c15L + ((long) kind << 40) + number + 1;
    z *= 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
  }
}
