package dev.smtpscope.render.html;

import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.SizeLimit;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.target.TlsMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an endpoint has something.
 *
 * @param label such as {@code SIZE 10 MB}
 */
record Badge(Piece label, boolean has) {
  private static final List<String> EXTENSIONS =
      List.of("PIPELINING", "8BITMIME", "SMTPUTF8", "DSN", "CHUNKING", "REQUIRETLS");

  /** None where no EHLO succeeded: what is absent there is not known to be. */
  static List<Badge> of(EndpointFacts facts, Links links) {
    if (!facts.hello().isExtended() && !facts.helloInTls().isExtended()) {
      return List.of();
    }
    List<Badge> badges = new ArrayList<>();
    badges.add(start(facts, links));
    facts.session().map(Badge::postQuantum).ifPresent(badges::add);
    Capabilities last = last(facts).capabilities();
    last.size().map(size -> size(size, links)).ifPresent(badges::add);
    EXTENSIONS.forEach(word -> badges.add(keyword(word, word, last.has(word), links)));
    badges.addAll(auth(facts, links));
    return badges;
  }

  /** The capabilities that count are those of the last EHLO. */
  private static Hello last(EndpointFacts facts) {
    return facts.helloInTls().isExtended() ? facts.helloInTls() : facts.hello();
  }

  private static Badge start(EndpointFacts facts, Links links) {
    return facts.endpoint().service().tls() == TlsMode.IMPLICIT
        ? new Badge(Piece.plain("implicit TLS"), true)
        : keyword("STARTTLS", "STARTTLS", facts.hello().capabilities().has("STARTTLS"), links);
  }

  private static Badge postQuantum(TlsSession session) {
    boolean has = session.group().filter(NamedGroup::isPostQuantum).isPresent();
    return new Badge(Piece.plain("post-quantum"), has);
  }

  private static Badge size(SizeLimit size, Links links) {
    String limit =
        switch (size) {
          case SizeLimit.Octets(long maximum) -> " " + octets(maximum);
          case SizeLimit.Unlimited _, SizeLimit.Unstated _ -> " without limit";
          case SizeLimit.Malformed _ -> " (malformed)";
        };
    return keyword("SIZE", "SIZE" + limit, true, links);
  }

  private static String octets(long number) {
    return number < 1_000_000 ? number / 1000 + " kB" : number / 1_000_000 + " MB";
  }

  private static List<Badge> auth(EndpointFacts facts, Links links) {
    return Stream.of(
            auth(facts.hello(), "AUTH before TLS", links),
            auth(facts.helloInTls(), "AUTH inside TLS", links))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Badge> auth(Hello hello, String label, Links links) {
    return hello.isExtended()
        ? Optional.of(keyword("AUTH", label, hello.capabilities().has("AUTH"), links))
        : Optional.empty();
  }

  private static Badge keyword(String keyword, String label, boolean has, Links links) {
    return new Badge(Piece.of(label, new Term.OfKeyword(keyword), links), has);
  }
}
