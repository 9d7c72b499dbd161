package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.BlockListLookup;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.target.Addresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What a DNS block list says of an address (RFC 5782 section 2). */
sealed interface Listing {
  /** It has no entry. */
  record NotListed() implements Listing {}

  /**
   * It has one.
   *
   * @param codes addresses whose meaning the list's operator decides
   */
  record Listed(List<InetAddress> codes) implements Listing {
    public Listed {
      codes = List.copyOf(codes);
    }
  }

  /** The list did not say. */
  record Untold(String why) implements Listing {}

  /** What the answers come to. */
  static Listing of(BlockListLookup lookup) {
    return switch (lookup.codes().outcome()) {
      case DnsOutcome.NoSuchName none -> new NotListed();
      case DnsOutcome.NoData none -> new NotListed();
      case DnsOutcome.Failed(var kind, var detail) ->
          new Untold(
              kind == DnsFailure.REFUSED
                  ? "it refuses to answer this resolver"
                  : "no answer: " + detail);
      case DnsOutcome.Found found ->
          of(
              lookup.codes().records(RecordData.Address.class).stream()
                  .map(RecordData.Address::address)
                  .toList());
    };
  }

  private static Listing of(List<InetAddress> codes) {
    return codes.stream()
        .flatMap(code -> refusal(code).stream())
        .findFirst()
        .<Listing>map(Untold::new)
        .orElseGet(
            () -> codes.isEmpty() ? new Untold("no address among its answers") : new Listed(codes));
  }

  /** Codes that speak of the question or the resolver, not of the address that was asked for. */
  private static Optional<String> refusal(InetAddress code) {
    byte[] octets = code.getAddress();
    String text = Addresses.text(code);
    if (octets.length != 4 || octets[0] != 127) {
      return Optional.of(
          "it answers " + text + ", which is no code of a block list; the zone may be gone");
    }
    return text.startsWith("127.255.255.") || text.equals("127.0.0.1")
        ? Optional.of(
            "it answers " + text + ": " + meaning(text) + "; ask through a resolver of your own")
        : Optional.empty();
  }

  private static String meaning(String code) {
    return switch (code) {
      case "127.255.255.252" -> "the name of the list is mistyped";
      case "127.255.255.254" -> "the question came through a public or anonymous resolver";
      case "127.255.255.255" -> "too many questions came from this resolver";
      default -> "it does not serve this resolver";
    };
  }
}
