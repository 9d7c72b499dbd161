package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** What came of a query. */
sealed interface Reply {
  /** What the memory of a reply costs beside its octets, about. */
  int OVERHEAD = 400;

  /** Lost replies and records without a lifetime are asked for again after that. */
  Duration SHORTEST_LIFE = Duration.ofMinutes(1);

  /** RFC 8767 section 4 would have a week; no scan needs it. */
  Duration LONGEST_LIFE = Duration.ofDays(1);

  DnsServer server();

  /** How many octets of memory it takes, about. */
  default int weight() {
    return OVERHEAD;
  }

  /**
   * How long it may be used: as long as its records live, but long enough for all that one question
   * needs to be there together.
   */
  default Duration life() {
    return SHORTEST_LIFE;
  }

  /** A message that says whether there are records. */
  final class Answered implements Reply {
    private final byte[] octets;
    private final DnsServer server;

    private Answered(byte[] octets, DnsServer server) {
      this.octets = octets;
      this.server = server;
    }

    @Override
    public DnsServer server() {
      return server;
    }

    /** A copy of its own: the library's messages can change. */
    Message message() {
      try {
        return new Message(octets);
      } catch (IOException e) {
        throw new IllegalStateException("it was parsed before", e);
      }
    }

    @Override
    public int weight() {
      return OVERHEAD + octets.length;
    }

    /** RFC 2308 section 5: what does not exist does not exist for as long as the SOA says. */
    @Override
    public Duration life() {
      long seconds =
          Stream.of(Section.ANSWER, Section.AUTHORITY)
              .flatMap(section -> message().getSection(section).stream())
              .mapToLong(record ->
                  record instanceof SOARecord soa
                      ? Math.min(soa.getTTL(), soa.getMinimum())
                      : record.getTTL())
              .min()
              .orElse(0);
      Duration life = Duration.ofSeconds(seconds);
      return life.compareTo(SHORTEST_LIFE) < 0
          ? SHORTEST_LIFE
          : life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
    }

    boolean isNameError() {
      return message().getRcode() == Rcode.NXDOMAIN;
    }

    boolean isAuthenticated() {
      return message().getHeader().getFlag(Flags.AD);
    }

    Optional<RRset> answer(Name name, int type) {
      return sets(Section.ANSWER)
          .filter(set -> set.getType() == type && set.getName().equals(name))
          .findFirst();
    }

    Stream<RRset> sets(int section) {
      return message().getSectionRRsets(section).stream();
    }
  }

  /**
   * No such message.
   *
   * @param errors codes of RFC 8914 that the resolver added
   */
  record Lost(DnsFailure kind, String detail, List<Integer> errors, DnsServer server)
      implements Reply {
    static Lost of(DnsFailure kind, String detail, DnsServer server) {
      return new Lost(kind, detail, List.of(), server);
    }
  }

  /** Classifies a message by its response code. */
  static Reply of(byte[] octets, DnsServer server) {
    try {
      Message message = new Message(octets);
      return switch (message.getRcode()) {
        case Rcode.NOERROR, Rcode.NXDOMAIN -> new Answered(octets, server);
        case Rcode.SERVFAIL -> lost(DnsFailure.SERVFAIL, message, server);
        case Rcode.REFUSED -> lost(DnsFailure.REFUSED, message, server);
        default -> lost(DnsFailure.ERROR_CODE, message, server);
      };
    } catch (IOException | RuntimeException _) {
      return Lost.of(DnsFailure.MALFORMED, "the answer can't be understood", server);
    }
  }

  private static Lost lost(DnsFailure kind, Message message, DnsServer server) {
    List<ExtendedErrorCodeOption> errors = errors(message);
    String detail =
        "the resolver answered "
            + Rcode.string(message.getRcode())
            + errors.stream().map(Reply::inWords).reduce("", String::concat);
    return new Lost(
        kind, detail, errors.stream().map(ExtendedErrorCodeOption::getErrorCode).toList(), server);
  }

  private static String inWords(ExtendedErrorCodeOption error) {
    String text = Optional.ofNullable(error.getText()).orElse("");
    String name = ExtendedErrorCodeOption.text(error.getErrorCode());
    return " (" + name + (text.isEmpty() ? "" : ": " + Visible.ofText(text)) + ")";
  }

  private static List<ExtendedErrorCodeOption> errors(Message message) {
    return Optional.<OPTRecord>ofNullable(message.getOPT()).stream()
        .flatMap(opt -> opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream())
        .map(ExtendedErrorCodeOption.class::cast)
        .limit(3)
        .toList();
  }
}
