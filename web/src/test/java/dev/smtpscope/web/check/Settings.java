package dev.smtpscope.web.check;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.SpecialAddresses;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What services of tests work with. */
public final class Settings {
  /** The public mode, but for one address, so that something can be tested. */
  public static Access publicBut(InetAddress allowed, int port) {
    return new Access(
        address -> address.equals(allowed) ? Optional.empty() : SpecialAddresses.kind(address),
        Set.of(25, 465, 587, port));
  }

  private Settings() {}

  public static CheckSettings of(Access access, AddressResolver resolver) {
    return of(access, resolver, limits -> limits);
  }

  /** With the DNS in place of the system. */
  public static CheckSettings ofDns(Access access, Names names) {
    return CheckSettings.of(
        access, CheckLimits.PRIVATE, names::dns, TrustAnchors.of("none", List.of()));
  }

  public static CheckSettings of(
      Access access, AddressResolver resolver, UnaryOperator<CheckLimits> change) {
    TrustAnchors anchors = TrustAnchors.of("none", List.of());
    return CheckSettings.of(
        access,
        change.apply(CheckLimits.PRIVATE),
        () -> NameService.addressesOnly(resolver),
        anchors);
  }

  /** As many checks and probes side by side. */
  public static CheckLimits room(CheckLimits l, int running, int queued, int probes) {
    return new CheckLimits(
        l.perClient(),
        l.perAddress(),
        l.inAll(),
        l.perClientAtOnce(),
        running,
        queued,
        probes,
        1,
        1,
        probes,
        l.whole(),
        l.lookup(),
        l.keptBytes(),
        l.keptFor());
  }

  /** As many checks of one client. */
  public static CheckLimits atOnce(CheckLimits l, int count) {
    return new CheckLimits(
        l.perClient(),
        l.perAddress(),
        l.inAll(),
        count,
        l.running(),
        l.queued(),
        l.probes(),
        l.addresses(),
        l.hosts(),
        l.ports(),
        l.whole(),
        l.lookup(),
        l.keptBytes(),
        l.keptFor());
  }

  public static CheckLimits rates(CheckLimits l, Rate client, Rate address, Rate all) {
    return new CheckLimits(
        client,
        address,
        all,
        l.perClientAtOnce(),
        l.running(),
        l.queued(),
        l.probes(),
        l.addresses(),
        l.hosts(),
        l.ports(),
        l.whole(),
        l.lookup(),
        l.keptBytes(),
        l.keptFor());
  }

  public static CheckLimits kept(CheckLimits l, long bytes, Duration age) {
    return new CheckLimits(
        l.perClient(),
        l.perAddress(),
        l.inAll(),
        l.perClientAtOnce(),
        l.running(),
        l.queued(),
        l.probes(),
        l.addresses(),
        l.hosts(),
        l.ports(),
        l.whole(),
        l.lookup(),
        bytes,
        age);
  }
}
