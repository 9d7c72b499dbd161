package dev.smtpscope.cli.option;

import dev.smtpscope.bulk.polite.Limits;
import dev.smtpscope.cli.UsageException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** How many connections there may be. */
final class PolitenessFlags implements Flags {
  private static final int MOST = 100_000;
  private static final Limits USUAL = Limits.STANDARD;

  private final Flag<Integer> inFlight =
      Flag.number(
          "--in-flight",
          "N",
          "Connections at a time in all, each an open file ("
              + USUAL.inFlight()
              + ", or as the limit of open files allows).");

  private final Flag<Integer> rate =
      Flag.number("--rate", "N", "New connections in a second (" + USUAL.rate() + ").");

  private final Flag<Integer> perAddress =
      Flag.number(
          "--per-address",
          "N",
          "Connections to one address at a time (" + USUAL.perAddress() + ").");

  private final Flag<Integer> perNetwork =
      Flag.number(
          "--per-network", "N", "The same to a /24 or an IPv6 /48 (" + USUAL.perNetwork() + ").");

  private final Flag<Integer> perProvider =
      Flag.number(
          "--per-provider",
          "N",
          "The same to all servers under one registered domain (" + USUAL.perProvider() + ").");

  @Override
  public List<OptionSpec> specs() {
    return List.of(
        inFlight.spec(), rate.spec(), perAddress.spec(), perNetwork.spec(), perProvider.spec());
  }

  Limits limits() {
    return new Limits(
        OpenFiles.limit().connections(asked(inFlight), USUAL.inFlight()),
        number(rate, USUAL.rate()),
        number(perAddress, USUAL.perAddress()),
        number(perNetwork, USUAL.perNetwork()),
        number(perProvider, USUAL.perProvider()));
  }

  private static int number(Flag<Integer> flag, int usual) {
    return asked(flag).orElse(usual);
  }

  private static Optional<Integer> asked(Flag<Integer> flag) {
    flag.value()
        .filter(number -> number < 1 || number > MOST)
        .ifPresent(number -> {
          throw new UsageException(
              flag.spec().longestName() + " is 1 to " + MOST + ", not " + number);
        });
    return flag.value();
  }
}
