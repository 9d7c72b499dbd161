package dev.smtpscope.web.check;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.Service;
import dev.smtpscope.text.Words;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Decides who may have what checked. The name is looked up here, once: what is admitted is what the
 * scan is given, so no second answer of a name server can lead elsewhere.
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
   * @param probes how many connections it will take at most
   */
  record Admitted(Lookup lookup, int probes) {}

  Admitted admit(CheckRequest request, Client client) throws RefusedException {
    requirePorts(request);
    requireClient(client);
    Lookup lookup = lookup(request);
    List<InetAddress> tested = request.choices().addresses().choose(lookup).tested();
    List<InetAddress> allowed = allowed(tested);
    requireAddresses(allowed);
    int probes = allowed.size() * request.target().services().size();
    return new Admitted(lookup, Math.max(1, probes));
  }

  private void requirePorts(CheckRequest request) throws RefusedException {
    for (Service service : request.target().services()) {
      if (!settings.access().allows(service.port())) {
        throw new RefusedException(
            new Refusal.Forbidden(
                "port " + service.port() + " is not tested here; allowed are " + ports()));
      }
    }
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

  private Lookup lookup(CheckRequest request) throws RefusedException {
    return switch (request.target().host()) {
      case Host.Literal(InetAddress address) -> new Lookup.Literal(address);
      case Host.Name named -> {
        Optional<InetAddress> only = request.choices().addresses().only();
        yield only.isPresent() ? new Lookup.Literal(only.get()) : lookup(named);
      }
    };
  }

  private Lookup lookup(Host.Name named) throws RefusedException {
    if (!lookups.tryAcquire()) {
      throw new RefusedException(
          new Refusal.Busy("too many names are being looked up", LOOKUPS_SOON));
    }
    try {
      return settings.resolver().lookup(named.name(), settings.limits().lookup());
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
