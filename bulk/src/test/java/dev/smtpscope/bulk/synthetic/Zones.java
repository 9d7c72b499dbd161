package dev.smtpscope.bulk.synthetic;

import dev.smtpscope.facts.Bytes;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What the DNS of the synthetic internet holds. Large providers give each domain a mail host name
 * of its own, such as d7.mail.p1.example. Stateless; safe for all threads.
 *
 * @param keyHash of the servers' public key, with SHA-256, for TLSA records
 */
record Zones(Internet internet, Bytes keyHash) {
  private static final long TTL = 3600;
  private static final int WITH_NAMES_OF_THEIR_OWN = 4;

  /** The kinds of chance, beside those of {@link Internet}. */
  private static final int GONE = 10;

  private static final int NULL_MX = 11;
  private static final int NO_MAIL = 12;
  private static final int SPF = 13;
  private static final int DMARC = 14;
  private static final int DANE = 16;

  /** The records of that name and type; empty where the name does not exist. */
  Optional<List<Record>> find(Name name, int type) {
    List<String> labels =
        IntStream.range(0, name.labels() - 1)
            .mapToObj(i -> name.getLabelString(i).toLowerCase(Locale.ROOT))
            .toList();
    if (labels.isEmpty()) {
      return Optional.of(List.of());
    }
    if (labels.getLast().equals("arpa")) {
      return Optional.of(type == Type.PTR ? pointer(name, labels) : List.of());
    }
    if (labels.size() < 2) {
      return Optional.of(List.of());
    }
    String base = labels.get(labels.size() - 2) + "." + labels.getLast();
    String below = String.join(".", labels.subList(0, labels.size() - 2));
    Optional<Integer> domain = internet.domain(base);
    return domain.isPresent()
        ? ofDomain(name, type, below, domain.get())
        : internet.provider(base).flatMap(p -> ofProvider(name, type, below, p));
  }

  /** Whether the answers of that zone are to be called authenticated. */
  boolean isSecure(Name name) {
    if (name.labels() < 3) {
      return name.labels() == 1;
    }
    String base = new Name(name, name.labels() - 3).toString(true);
    return internet
        .domain(base)
        .map(internet::providerOf)
        .or(() -> internet.provider(base))
        .filter(this::isSecure)
        .isPresent();
  }

  private boolean isSecure(Internet.Provider provider) {
    return internet.chance(DANE, provider.rank(), 8);
  }

  private Optional<List<Record>> ofDomain(Name name, int type, String below, int domain) {
    if (internet.chance(GONE, domain, 1)) {
      return Optional.empty();
    }
    return switch (below) {
      case "" -> Optional.of(apex(name, type, domain));
      case "_dmarc" -> text(name, type, DMARC, domain, 50, "v=DMARC1; p=none");
      case "_mta-sts" ->
          internet.policy(domain).map(_ -> texts(name, type, "v=STSv1; id=20260101"));
      case "mta-sts" -> internet.policy(domain).map(_ -> policyHost(name, type, domain));
      default -> Optional.empty();
    };
  }

  private List<Record> apex(Name name, int type, int domain) {
    Internet.Provider provider = internet.providerOf(domain);
    return switch (type) {
      case Type.MX -> exchanges(name, domain, provider);
      case Type.TXT ->
          text(name, type, SPF, domain, 75, "v=spf1 include:_spf." + provider.name() + " -all")
              .orElse(List.of());
      default -> List.of();
    };
  }

  private List<Record> exchanges(Name name, int domain, Internet.Provider provider) {
    if (internet.chance(NO_MAIL, domain, 1)) {
      return List.of();
    }
    if (internet.chance(NULL_MX, domain, 1)) {
      return List.of(new MXRecord(name, DClass.IN, TTL, 0, Name.root));
    }
    if (provider.rank() < WITH_NAMES_OF_THEIR_OWN) {
      return List.of(exchange(name, 0, "d" + domain + ".mail." + provider.name()));
    }
    return IntStream.range(0, Math.min(2, provider.hosts()))
        .<Record>mapToObj(
            i -> exchange(name, 10 * (i + 1), provider.host((domain + i) % provider.hosts())))
        .toList();
  }

  private static Record exchange(Name name, int preference, String host) {
    return new MXRecord(name, DClass.IN, TTL, preference, name(host));
  }

  private Optional<List<Record>> ofProvider(
      Name name, int type, String below, Internet.Provider provider) {
    if (below.isEmpty()) {
      return Optional.of(List.of());
    }
    if (below.equals("_spf")) {
      return Optional.of(texts(name, type, "v=spf1 ip4:127.16.0.0/15 -all"));
    }
    if (below.startsWith("_25._tcp.")) {
      return isSecure(provider)
          ? Optional.of(type == Type.TLSA ? List.of(tlsa(name)) : List.of())
          : Optional.empty();
    }
    return hostNumber(below, provider)
        .map(host ->
            type == Type.A
                ? provider.addressesOf(host).stream()
                    .limit(2)
                    .map(index -> address(name, internet.address(index)))
                    .toList()
                : List.<Record>of());
  }

  /** Empty where the provider has no such host. */
  private static Optional<Integer> hostNumber(String below, Internet.Provider provider) {
    if (below.matches("mx[0-9]")) {
      return Optional.of(below.charAt(2) - '0').filter(host -> host < provider.hosts());
    }
    return below.matches("d[0-9]{1,8}\\.mail")
        ? Optional.of(Integer.parseInt(below.substring(1, below.indexOf('.'))) % provider.hosts())
        : Optional.empty();
  }

  private List<Record> pointer(Name name, List<String> labels) {
    if (labels.size() != 6) {
      return List.of();
    }
    String literal = String.join(".", labels.subList(0, 4).reversed());
    Internet.Provider provider =
        internet.providerAt(internet.index(InetAddress.ofLiteral(literal)));
    return List.of(new PTRRecord(name, DClass.IN, TTL, name(provider.host(0))));
  }

  private Optional<List<Record>> text(
      Name name, int type, int kind, int domain, int percent, String text) {
    return internet.chance(kind, domain, percent)
        ? Optional.of(texts(name, type, text))
        : Optional.empty();
  }

  private static List<Record> texts(Name name, int type, String text) {
    return type == Type.TXT ? List.of(text(name, text)) : List.of();
  }

  private List<Record> policyHost(Name name, int type, int domain) {
    return type == Type.A ? List.of(address(name, internet.policyHost(domain))) : List.of();
  }

  private static Record text(Name name, String text) {
    return new TXTRecord(name, DClass.IN, TTL, text);
  }

  private Record tlsa(Name name) {
    return new TLSARecord(name, DClass.IN, TTL, 3, 1, 1, keyHash.toArray());
  }

  private static Record address(Name name, InetAddress address) {
    return new ARecord(name, DClass.IN, TTL, address);
  }

  static Name name(String text) {
    try {
      return Name.fromString(text + ".");
    } catch (TextParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
