package dev.smtpscope.bulk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Bytes;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The synthetic internet is the same for a seed, and hangs together. */
class InternetTest {
  private final Internet internet = Internet.of(List.of("addresses=2000", "domains=20000"));
  private final Zones zones = new Zones(internet, Bytes.of(new byte[32]));

  @Test
  void everyAddressHasOneProvider() {
    for (int i = 0; i < internet.addresses(); i++) {
      Internet.Provider provider = internet.providerAt(i);
      assertThat(i - provider.first()).isBetween(0, provider.size() - 1);
      assertThat(internet.provider(provider.name())).contains(provider);
      assertThat(internet.index(internet.address(i))).isEqualTo(i);
    }
  }

  @Test
  void fewProvidersHaveManyDomains() {
    Map<Integer, Long> domains =
        IntStream.range(0, internet.domains())
            .boxed()
            .collect(
                Collectors.groupingBy(d -> internet.providerOf(d).rank(), Collectors.counting()));
    assertThat(domains.get(0)).isBetween(1_500L, 3_500L);
    assertThat(domains.size()).isGreaterThan(1_000);
  }

  @Test
  void exchangesLeadToAddressesOfTheProvider() {
    int found = 0;
    for (int domain = 0; domain < 500; domain++) {
      Internet.Provider provider = internet.providerOf(domain);
      for (Record mx : records(Internet.domain(domain), Type.MX)) {
        String host = ((MXRecord) mx).getTarget().toString(true);
        for (Record address : records(host, Type.A)) {
          found++;
          int index = internet.index(((ARecord) address).getAddress());
          assertThat(internet.providerAt(index)).isEqualTo(provider);
        }
      }
    }
    assertThat(found).isGreaterThan(450);
  }

  @Test
  void troublesAreAsManyAsAskedFor() {
    long tarpits =
        IntStream.range(0, internet.addresses()).filter(i -> internet.manner(i).isTarpit()).count();
    assertThat(tarpits).isBetween(60L, 140L);
    assertThat(refusing(internet)).isBetween(25L, 55L);
    assertThat(refusing(Internet.of(List.of("addresses=2000", "refusals=0")))).isZero();
  }

  @Test
  void oneDomainInFiftyHasAPolicyAndMostAreWell() {
    Map<PolicyManner, Long> manners =
        IntStream.range(0, internet.domains())
            .mapToObj(internet::policy)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(manner -> manner, Collectors.counting()));
    assertThat(manners).containsOnlyKeys(PolicyManner.values());
    assertThat(manners.values().stream().mapToLong(Long::longValue).sum()).isBetween(340L, 460L);
    assertThat(manners.get(PolicyManner.ENFORCE)).isBetween(180L, 260L);
    assertThat(manners.get(PolicyManner.TESTING)).isBetween(100L, 170L);
  }

  @Test
  void thoseWithAPolicyHaveAnnouncementAndHost() {
    for (int domain = 0; domain < 2_000; domain++) {
      String name = Internet.domain(domain);
      boolean announced = !records("_mta-sts." + name, Type.TXT).isEmpty();
      List<Record> hosts = records("mta-sts." + name, Type.A);
      assertThat(hosts).hasSize(announced ? 1 : 0);
      for (Record host : hosts) {
        InetAddress address = ((ARecord) host).getAddress();
        assertThat(internet.isPolicyHost(address)).isTrue();
        assertThat(internet.policyDomain(address)).isEqualTo(domain);
        assertThat(internet.policy(domain)).isPresent();
      }
    }
    assertThat(internet.isPolicyHost(internet.address(internet.addresses() - 1))).isFalse();
  }

  private static long refusing(Internet internet) {
    return IntStream.range(0, internet.addresses())
        .filter(i -> internet.manner(i) == Manner.REFUSING)
        .count();
  }

  private List<Record> records(String name, int type) {
    if (name.equals(".")) {
      return List.of();
    }
    Optional<List<Record>> found = zones.find(Zones.name(name), type);
    return found.orElse(List.of());
  }
}
