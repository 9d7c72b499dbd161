package dev.smtpscope.cli.option;

import dev.smtpscope.probe.EhloName;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** As whom and from where to connect. */
public final class ClientFlags implements Flags {
  final Flag<EhloName> ehlo =
      Flag.of(
          "--ehlo",
          "NAME",
          EhloName.class,
          new EhloNames(),
          "What to call ourselves in EHLO (this machine's full name or address).");

  final Flag<InetAddress> source =
      Flag.of(
          "--source-address",
          "IP",
          InetAddress.class,
          new Words.OfAddress(),
          "Local address to connect from.");

  @Override
  public List<OptionSpec> specs() {
    return List.of(ehlo.spec(), source.spec());
  }

  Optional<EhloName> ehloName() {
    return ehlo.value().or(LocalName::find);
  }
}
