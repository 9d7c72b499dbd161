package dev.smtpscope.cli.option;

import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.TargetParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** All that says how to scan. */
public final class ScanFlags {
  private final TargetFlags target = new TargetFlags();

  private final ClientFlags client = new ClientFlags();

  private final Flag<HostName> selfCheck =
      Flag.of(
          "--self-check",
          "HOST",
          HostName.class,
          new Words.OfHostName(),
          "First try port 25 of HOST, which is known to answer, to tell whether this network lets"
              + " it out.");

  private final NameFlags names = new NameFlags();

  private final AuditFlags audit = new AuditFlags();

  private final TimeFlags time = new TimeFlags();

  /** Adds them all to a command. */
  public void describeTo(CommandShape shape) {
    shape
        .section("What to look at", target)
        .section("How to connect", this::connecting)
        .section("How deep to look into TLS", audit)
        .section("Whom to ask for names", names)
        .section("How long to wait", time);
  }

  private List<OptionSpec> connecting() {
    return Stream.concat(client.specs().stream(), Stream.of(selfCheck.spec())).toList();
  }

  /** What is said of all targets alike. */
  public TargetParser.Overrides overrides() {
    return target.overrides();
  }

  /** Whether one address is to be tested in place of those of the target's name. */
  public boolean hasAddress() {
    return target.address.value().isPresent();
  }

  /** How to scan each target. */
  public ScanOptions options() {
    return CommonOptions.of(target, client)
        .budget(time.budget(audit))
        .sni(sni())
        .referenceName(target.name.value())
        .audit(audit.options(time.whole.value()))
        .build();
  }

  /** Makes what a check looks names up with; {@code usual} where nothing was said. */
  public Supplier<NameService> names(Supplier<NameService> usual) {
    return names.names(usual);
  }

  /** The host by which to tell whether this network lets port 25 out. */
  public Optional<HostName> selfCheck() {
    return selfCheck.value();
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
