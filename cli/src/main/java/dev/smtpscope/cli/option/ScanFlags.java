package dev.smtpscope.cli.option;

import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.NameQueries;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.TargetParser;
import picocli.CommandLine.TypeConversionException;

/** All that says how to scan. */
public final class ScanFlags {
  private final TargetFlags target = new TargetFlags();

  private final ClientFlags client = new ClientFlags();

  private final TimeFlags time = new TimeFlags();

  /** Adds them all to a command. */
  public void describeTo(CommandShape shape) {
    shape
        .section("What to look at", target)
        .section("How to connect", client)
        .section("How long to wait", time);
  }

  /** What is said of all targets alike. */
  public TargetParser.Overrides overrides() {
    return target.overrides();
  }

  /** How to scan each target. */
  public ScanOptions options() {
    AddressFilter addresses = target.addresses();
    client
        .source
        .value()
        .ifPresent(
            source -> TargetFlags.requireFamily("--source-address", source, addresses.family()));
    return new ScanOptions(
        time.budget(),
        addresses,
        sni(),
        target.name.value(),
        client.ehloName(),
        client.source.value(),
        AddressPolicy.ANY,
        NameQueries.STANDARD);
  }

  private ServerNameIndication sni() {
    return target.sni.value().map(ScanFlags::sni).orElseGet(ServerNameIndication.FollowHost::new);
  }

  private static ServerNameIndication sni(String value) {
    try {
      return value.equals("none")
          ? new ServerNameIndication.None()
          : new ServerNameIndication.Fixed(new Words.OfHostName().convert(value));
    } catch (TypeConversionException e) {
      throw new dev.smtpscope.cli.UsageException("--sni: " + e.getMessage() + ", or none");
    }
  }
}
