package dev.smtpscope.bulk.run;

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
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A DNS of a few names, all secure. */
final class FakeNames implements DnsClient {
  private static final DnsServer SERVER =
      new DnsServer.Plain(InetAddress.ofLiteral("192.0.2.53"), 53);

  private final Map<DnsQuestion, List<RecordData>> records = new ConcurrentHashMap<>();
  private volatile CountDownLatch opening = new CountDownLatch(0);

  /** Answers nothing until {@code opening} is open. */
  void holdUntil(CountDownLatch opening) {
    this.opening = opening;
  }

  FakeNames mx(String domain, String host) {
    return with(domain, RecordType.MX, new RecordData.Mx(10, new DnsName(host)));
  }

  FakeNames address(String host, InetAddress address) {
    return with(host, RecordType.A, new RecordData.Address(address));
  }

  private FakeNames with(String name, RecordType type, RecordData data) {
    records
        .computeIfAbsent(new DnsQuestion(new DnsName(name), type), _ -> new ArrayList<>())
        .add(data);
    return this;
  }

  @Override
  public DnsAnswer ask(DnsQuestion question, Deadline deadline) {
    if (question.name().toString().contains("defect")) {
      throw new IllegalStateException("a defect on purpose");
    }
    try {
      opening.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<RecordData> found = records.getOrDefault(question, List.of());
    return new DnsAnswer(
        question,
        List.of(),
        found.isEmpty()
            ? new DnsOutcome.NoSuchName()
            : new DnsOutcome.Found(found, Duration.ofHours(1), 0),
        new Dnssec(DnssecStatus.SECURE, "", new Validation.Local()),
        SERVER,
        Duration.ofMillis(1));
  }
}
