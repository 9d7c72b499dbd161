package dev.smtpscope.testkit.dns;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** How a {@link ScriptedDnsServer} answers. */
@FunctionalInterface
public interface DnsBehaviour {
  /** The messages to send back, in their order; none is silence. Over TCP only the first counts. */
  List<byte[]> answer(Message query, boolean overTcp);

  /** Never answers. */
  static DnsBehaviour silent() {
    return (_, _) -> List.of();
  }

  /** Answers with an error code of {@link Rcode}. */
  static DnsBehaviour refusing(int rcode) {
    return message(query -> {
      Message answer = DnsAnswers.to(query);
      answer.getHeader().setRcode(rcode);
      return answer;
    });
  }

  /** Answers with what a function makes of the query. */
  static DnsBehaviour message(UnaryOperator<Message> answer) {
    return (query, _) -> List.of(answer.apply(query).toWire());
  }

  /** Changes the answers of this behaviour. */
  default DnsBehaviour changed(BiFunction<Message, Message, Message> change) {
    return (query, overTcp) ->
        answer(query, overTcp).stream()
            .map(octets -> change.apply(query, DnsAnswers.parse(octets)).toWire())
            .toList();
  }

  /** Takes all that DNSSEC added away, as old forwarders do; the AD bit stays. */
  default DnsBehaviour withoutSignatures() {
    return changed((_, answer) -> DnsAnswers.without(answer, DnsAnswers.SIGNATURES));
  }

  /** Takes DNSKEY records away. */
  default DnsBehaviour withoutKeys() {
    return changed((_, answer) -> DnsAnswers.without(answer, List.of(Type.DNSKEY)));
  }

  /** Never vouches for an answer. */
  default DnsBehaviour withoutAuthenticatedFlag() {
    return changed((_, answer) -> {
      answer.getHeader().unsetFlag(Flags.AD);
      return answer;
    });
  }

  /** Vouches for every answer. */
  default DnsBehaviour withAuthenticatedFlag() {
    return changed((_, answer) -> {
      answer.getHeader().setFlag(Flags.AD);
      return answer;
    });
  }

  /** Gives the answer over TCP only. */
  default DnsBehaviour truncated() {
    return (query, overTcp) ->
        overTcp ? answer(query, true) : changed(DnsAnswers::truncated).answer(query, false);
  }

  /** Sends a forged answer with another number ahead of the true one. */
  default DnsBehaviour afterWrongNumber() {
    return (query, overTcp) -> {
      List<byte[]> right = answer(query, overTcp);
      byte[] forged = right.getFirst().clone();
      forged[0] ^= 0x55;
      return overTcp ? right : List.of(forged, right.getFirst());
    };
  }

  /** Knows nothing of EDNS (RFC 6891 section 7). */
  default DnsBehaviour withoutEdns() {
    return (query, overTcp) ->
        query.getSection(Section.ADDITIONAL).isEmpty()
            ? answer(query, overTcp)
            : refusing(Rcode.FORMERR).answer(query, overTcp);
  }
}
