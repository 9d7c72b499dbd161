package dev.smtpscope.web.check;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.Dnssec;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A resolver that knows what it is told, of the system or of the DNS. */
public final class Names implements AddressResolver, DnsClient {
  private static final DnsServer SERVER = new DnsServer.Plain(InetAddress.getLoopbackAddress(), 53);

  private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();
  private final Map<DnsQuestion, List<RecordData>> records = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  public Names with(String name, InetAddress... addresses) {
    known.put(name, List.of(addresses));
    return this;
  }

  public Names with(String name, String... addresses) {
    return with(name, Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
  }

  /** MX records of a domain: one for each host, of preferences 10, 20 and so on. */
  public Names withMx(String domain, String... hosts) {
    List<RecordData> mx = new ArrayList<>();
    for (String host : hosts) {
      mx.add(new RecordData.Mx(10 * (mx.size() + 1), new DnsName(host)));
    }
    return withRecords(domain, RecordType.MX, mx);
  }

  public Names withRecords(String name, RecordType type, List<RecordData> data) {
    records.put(new DnsQuestion(new DnsName(name), type), data);
    return this;
  }

  /** How often addresses were asked for. */
  public int asked() {
    return asked.get();
  }

  /** The DNS alone, by these names. */
  public NameService dns() {
    return NameService.of(this);
  }

  @Override
  public Lookup lookup(HostName name, Duration limit) {
    asked.incrementAndGet();
    List<InetAddress> addresses = known.get(name.ascii());
    return addresses == null
        ? new Lookup.NotFound("no such name", Duration.ZERO)
        : new Lookup.Found(addresses, Duration.ZERO);
  }

  @Override
  public DnsAnswer ask(DnsQuestion question, Deadline deadline) {
    Validation none = new Validation.None("there are no signatures here");
    Dnssec insecure = new Dnssec(DnssecStatus.INSECURE, "nothing is signed here", none);
    return new DnsAnswer(question, List.of(), outcome(question), insecure, SERVER, Duration.ZERO);
  }

  private DnsOutcome outcome(DnsQuestion question) {
    List<RecordData> found =
        Stream.concat(
                records.getOrDefault(question, List.of()).stream(),
                addresses(question).map(RecordData.Address::new))
            .toList();
    return found.isEmpty()
        ? new DnsOutcome.NoData()
        : new DnsOutcome.Found(found, Duration.ofHours(1), 0);
  }

  private Stream<InetAddress> addresses(DnsQuestion question) {
    List<InetAddress> all = known.getOrDefault(question.name().text(), List.of());
    return switch (question.type()) {
      case A -> all.stream().filter(a -> !(a instanceof Inet6Address));
      case AAAA -> all.stream().filter(a -> a instanceof Inet6Address);
      default -> Stream.empty();
    };
  }
}
