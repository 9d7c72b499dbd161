package dev.smtpscope.web.check;

import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.Route;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.Router;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.text.Words;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides who may have what checked. The servers are looked up here, once: what is admitted is what
 * the scan is given, so no second answer of a name server can lead elsewhere.
 */
final class Admission {
  private static final int LOOKUPS_AT_ONCE = 64;
  private static final Duration LOOKUPS_SOON = Duration.ofSeconds(2);
  private static final String ALL = "all";

  private final CheckSettings settings;
  private final TokenBuckets<Client> clients;
  private final TokenBuckets<InetAddress> addresses;
  private final TokenBuckets<String> all;
  private final Semaphore lookups = new Semaphore(LOOKUPS_AT_ONCE);

  Admission(CheckSettings settings) {
    this.settings = settings;
    CheckLimits limits = settings.limits();
    this.clients = new TokenBuckets<>(limits.perClient(), settings.nanos());
    this.addresses = new TokenBuckets<>(limits.perAddress(), settings.nanos());
    this.all = new TokenBuckets<>(limits.inAll(), settings.nanos());
  }

  /**
   * What was admitted.
   *
   * @param names what the route was found with
   * @param probes how many connections it will take at most
   */
  record Admitted(Route route, NameService names, int probes) {}

  Admitted admit(CheckRequest request, Client client) throws RefusedException {
    requirePorts(request);
    requireClient(client);
    NameService names = settings.names().get();
    Route route = route(request, names);
    requireAddresses(allowed(tested(route)));
    return new Admitted(route, names, Math.max(1, probes(route)));
  }

  private static List<InetAddress> tested(Route route) {
    return route.hosts().stream()
        .flatMap(host -> host.addresses().tested().stream())
        .distinct()
        .toList();
  }

  private int probes(Route route) {
    return Math.toIntExact(
        route.hosts().stream()
            .flatMap(MailHost::endpoints)
            .filter(e -> settings.access().addresses().refusal(e.address()).isEmpty())
            .distinct()
            .count());
  }

  private void requirePorts(CheckRequest request) throws RefusedException {
    for (Service service : services(request.target())) {
      if (!settings.access().allows(service.port())) {
        throw new RefusedException(
            new Refusal.Forbidden(
                "port " + service.port() + " is not tested here; allowed are " + ports()));
      }
    }
  }

  private static List<Service> services(Target target) {
    return Stream.concat(target.services().stream(), target.mxServices().stream()).toList();
  }

  private String ports() {
    return Words.list(settings.access().ports().stream().map(String::valueOf).toList());
  }

  private void requireClient(Client client) throws RefusedException {
    Optional<Duration> wait = clients.take(client);
    if (wait.isPresent()) {
      throw tooMany("you have asked for many checks in a short time", wait.get());
    }
    Optional<Duration> waitOfAll = all.take(ALL);
    if (waitOfAll.isPresent()) {
      clients.giveBack(client);
      throw tooMany("many checks are asked for at the moment", waitOfAll.get());
    }
  }

  private Route route(CheckRequest request, NameService names) throws RefusedException {
    if (!lookups.tryAcquire()) {
      throw new RefusedException(
          new Refusal.Busy("too many names are being looked up", LOOKUPS_SOON));
    }
    try {
      return Router.find(request.target(), Options.toFind(request.choices(), settings), names);
    } finally {
      lookups.release();
    }
  }

  private List<InetAddress> allowed(List<InetAddress> tested) throws RefusedException {
    List<String> refusals =
        tested.stream().flatMap(a -> settings.access().addresses().refusal(a).stream()).toList();
    if (!tested.isEmpty() && refusals.size() == tested.size()) {
      throw new RefusedException(new Refusal.Forbidden(String.join("; ", refusals)));
    }
    return tested.stream()
        .filter(a -> settings.access().addresses().refusal(a).isEmpty())
        .collect(Collectors.toList());
  }

  private void requireAddresses(List<InetAddress> allowed) throws RefusedException {
    List<InetAddress> taken = new ArrayList<>();
    for (InetAddress address : allowed) {
      Optional<Duration> wait = addresses.take(address);
      if (wait.isPresent()) {
        taken.forEach(addresses::giveBack);
        throw tooMany(
            Addresses.text(address) + " was tested several times in a short time", wait.get());
      }
      taken.add(address);
    }
  }

  private static RefusedException tooMany(String why, Duration retryAfter) {
    return new RefusedException(
        new Refusal.TooMany(
            why + "; try again in " + Words.duration(roundedUp(retryAfter)),
            roundedUp(retryAfter)));
  }

  private static Duration roundedUp(Duration wait) {
    return Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
  }
}
