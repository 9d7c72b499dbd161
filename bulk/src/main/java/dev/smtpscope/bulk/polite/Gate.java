package dev.smtpscope.bulk.polite;

import dev.smtpscope.bulk.pace.Pacer;
import dev.smtpscope.bulk.pace.Time;
import dev.smtpscope.facts.EndpointFacts;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Where every connection of a scan waits for its turn. The closest limit comes first: whoever waits
 * for a busy address, its network or its provider takes no place from the rest. Safe for all
 * threads; waits end by interrupt.
 */
public final class Gate {
  private static final Duration OVERLOADED = Duration.ofMillis(200);

  private final Lanes<InetAddress> addresses;
  private final Lanes<Network> networks;
  private final Lanes<String> providers;
  private final BackOff<InetAddress> addressPauses;
  private final BackOff<String> providerPauses;
  private final Semaphore places;
  private final Pacer pacer;

  public Gate(Limits limits) {
    this(limits, Time.REAL);
  }

  Gate(Limits limits, Time time) {
    addresses = new Lanes<>(limits.perAddress());
    networks = new Lanes<>(limits.perNetwork());
    providers = new Lanes<>(limits.perProvider());
    addressPauses = new BackOff<>(time);
    providerPauses = new BackOff<>(time);
    places = new Semaphore(limits.inFlight(), true);
    pacer = new Pacer(limits.rate(), time);
  }

  /**
   * Waits until one more connection is within all limits.
   *
   * @param provider the registered domain of the server, where it has a name
   */
  public Permit enter(InetAddress address, Optional<String> provider) throws InterruptedException {
    Permit permit = new Permit();
    try {
      pass(permit, address, provider);
      return permit;
    } catch (InterruptedException e) {
      permit.close();
      throw e;
    }
  }

  private void pass(Permit permit, InetAddress address, Optional<String> provider)
      throws InterruptedException {
    permit.hold(addresses.enter(address));
    addressPauses.await(address);
    permit.hold(networks.enter(Network.around(address)));
    if (provider.isPresent()) {
      permit.hold(providers.enter(provider.get()));
      providerPauses.await(provider.get());
    }
    places.acquire();
    permit.hold(places::release);
    pacer.await();
  }

  /** Learns from what came of a connection whether to leave its server alone for a while. */
  public void seen(EndpointFacts facts, Optional<String> provider) {
    InetAddress address = facts.endpoint().address();
    switch (Reception.of(facts)) {
      case WELCOME -> {
        addressPauses.welcomed(address);
        provider.ifPresent(providerPauses::welcomed);
      }
      case REFUSED -> addressPauses.turnedAway(address);
      case TOO_MUCH -> {
        addressPauses.turnedAway(address);
        provider.ifPresent(providerPauses::turnedAway);
      }
      case UNKNOWN -> {}
    }
  }

  /**
   * Lets nobody in while this machine is so slow that servers would seem to be. To be called
   * several times a second.
   *
   * @param late how much later than meant this call comes
   */
  public void tick(Duration late) {
    if (late.compareTo(OVERLOADED) > 0) {
      pacer.hold(late);
    }
  }
}
