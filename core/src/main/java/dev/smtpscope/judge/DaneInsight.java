package dev.smtpscope.judge;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import java.util.List;
import java.util.stream.Stream;

/**
 * What DANE comes to at one port of one host.
 *
 * @param host its name
 * @param matches one for each address, where there are records to match
 */
public record DaneInsight(String host, int port, Dane dane, List<Match> matches) {
  public DaneInsight {
    matches = List.copyOf(matches);
  }

  /** How one address fares. */
  public record Match(Endpoint endpoint, DaneMatch outcome) {}

  /** One for each port of the host that takes mail from other servers and was looked up. */
  static Stream<DaneInsight> of(HostContext context) {
    return context.host().services().stream()
        .filter(service -> service.role() == Role.MX)
        .map(Service::port)
        .filter(port -> context.tlsa(port).isPresent())
        .map(port -> of(context, port));
  }

  private static DaneInsight of(HostContext context, int port) {
    Dane dane = Dane.of(context, port);
    List<Match> matches =
        dane instanceof Dane.Usable usable
            ? context.endpoints().stream()
                .filter(e -> e.endpoint().endpoint().service().port() == port)
                .map(e -> new Match(e.endpoint().endpoint(), DaneMatch.of(usable, e)))
                .toList()
            : List.of();
    return new DaneInsight(context.host().label(), port, dane, matches);
  }
}
