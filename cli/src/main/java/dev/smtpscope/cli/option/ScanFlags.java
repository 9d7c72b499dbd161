package dev.smtpscope.cli.option;

import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.TargetParser;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.TypeConversionException;

/** All that says how to scan. */
public final class ScanFlags {
  @ArgGroup(validate = false, heading = "%nWhat to look at:%n", order = 1)
  TargetFlags target = new TargetFlags();

  @ArgGroup(validate = false, heading = "%nHow to connect:%n", order = 2)
  ClientFlags client = new ClientFlags();

  @ArgGroup(validate = false, heading = "%nHow long to wait:%n", order = 3)
  TimeFlags time = new TimeFlags();

  /** What is said of all targets alike. */
  public TargetParser.Overrides overrides() {
    return target.overrides();
  }

  /** How to scan each target. */
  public ScanOptions options() {
    AddressFilter addresses = target.addresses();
    client.source.ifPresent(
        source -> TargetFlags.requireFamily("--source-address", source, addresses.family()));
    return new ScanOptions(
        time.budget(), addresses, sni(), target.name, client.ehloName(), client.source);
  }

  private ServerNameIndication sni() {
    return target.sni.map(ScanFlags::sni).orElseGet(ServerNameIndication.FollowHost::new);
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
