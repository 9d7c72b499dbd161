package dev.smtpscope.web.check;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.resolve.NameService;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a service works with.
 *
 * @param names makes what one check looks its names up with
 * @param ehloName what we call ourselves unless asked otherwise
 * @param source the local address to dial from
 * @param nanos a monotonic clock, in nanoseconds
 * @param ids makes ids that nobody guesses
 */
public record CheckSettings(
    Access access,
    CheckLimits limits,
    Supplier<NameService> names,
    TrustAnchors anchors,
    Optional<EhloName> ehloName,
    Optional<InetAddress> source,
    InstantSource clock,
    LongSupplier nanos,
    Supplier<CheckId> ids) {
  /** With the clocks of the system. */
  public static CheckSettings of(
      Access access, CheckLimits limits, Supplier<NameService> names, TrustAnchors anchors) {
    return new CheckSettings(
        access,
        limits,
        names,
        anchors,
        Optional.empty(),
        Optional.empty(),
        InstantSource.system(),
        System::nanoTime,
        CheckId::random);
  }
}
