package dev.smtpscope.web.check;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A resolver that knows what it is told. */
public final class Names implements AddressResolver {
  private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  public Names with(String name, InetAddress... addresses) {
    known.put(name, List.of(addresses));
    return this;
  }

  public Names with(String name, String... addresses) {
    return with(name, Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
  }

  public int asked() {
    return asked.get();
  }

  @Override
  public Lookup lookup(HostName name, Duration limit) {
    asked.incrementAndGet();
    List<InetAddress> addresses = known.get(name.ascii());
    return addresses == null
        ? new Lookup.NotFound("no such name", Duration.ZERO)
        : new Lookup.Found(addresses, Duration.ZERO);
  }
}
