package dev.smtpscope.cli.option;

import dev.smtpscope.probe.EhloName;
import java.net.InetAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** As whom and from where to connect. */
public final class ClientFlags {
  @Option(
      names = "--ehlo",
      paramLabel = "NAME",
      converter = EhloNames.class,
      description = "What to call ourselves in EHLO (this machine's full name or address).")
  Optional<EhloName> ehlo = Optional.empty();

  @Option(
      names = "--source-address",
      paramLabel = "IP",
      converter = Words.OfAddress.class,
      description = "Local address to connect from.")
  Optional<InetAddress> source = Optional.empty();

  Optional<EhloName> ehloName() {
    return ehlo.or(LocalName::find);
  }
}
