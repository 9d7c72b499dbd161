package dev.smtpscope.realservers;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.DnssecStatus;
import java.util.List;

/** What BIND's {@code delv} makes of an answer, validating by itself. */
final class Delv {
  private Delv() {}

  /** Everything it says of the records of one type. */
  static String ask(DnsVillage village, DnsServer.Plain resolver, String name, String type) {
    Unpacked bind = Unpacked.of("bind9-dnsutils");
    return Command.of(
            bind.file("usr/bin/delv"),
            "-a",
            village.trustAnchorForBind().toString(),
            "@" + resolver.address().getHostAddress(),
            "-q",
            name,
            "-t",
            type)
        .with(bind.environment())
        .run()
        .text();
  }

  /** The worst that it says of any part of the answer. */
  static DnssecStatus status(String output) {
    List<String> remarks = output.lines().filter(line -> line.startsWith(";")).toList();
    if (remarks.stream().anyMatch(line -> line.contains("resolution failed"))
        && remarks.stream().noneMatch(line -> line.matches(".*(ncache|NXDOMAIN|NXRRSET).*"))) {
      return DnssecStatus.BOGUS;
    }
    if (remarks.stream().anyMatch(line -> line.contains("unsigned answer"))
        || remarks.stream().anyMatch(line -> line.contains("negative response, unsigned"))) {
      return DnssecStatus.INSECURE;
    }
    return remarks.stream().anyMatch(line -> line.contains("fully validated"))
        ? DnssecStatus.SECURE
        : DnssecStatus.INDETERMINATE;
  }
}
