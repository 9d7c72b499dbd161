package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The certificates that a server sends match none of its TLSA records. */
public final class DaneMismatch extends DaneCheck {
  private static final int SHOWN = 4;

  public DaneMismatch() {
    super(
        "dane-mismatch",
        "Does the certificate match the TLSA records?",
        Remedy.of(
            "Publish a record for the certificate that is served, next to those that are there, or"
                + " serve the certificate that the records are for. Remove old records only after"
                + " their time to live has passed. A record of usage 2 also needs the certificate"
                + " of the authority to be sent, and the host's name in the server's."));
  }

  private record Held(EndpointContext context, DaneMatch match) {}

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return dane instanceof Dane.Usable usable
        ? judge(context, usable)
        : new Judgement.NotApplicable("there is no usable TLSA record");
  }

  private Judgement judge(HostContext context, Dane.Usable dane) {
    List<Held> held =
        endpoints(context).stream().map(e -> new Held(e, DaneMatch.of(dane, e))).toList();
    List<Held> wrong = held.stream().filter(h -> h.match instanceof DaneMatch.Mismatch).toList();
    if (!wrong.isEmpty()) {
      return failure(context, held, wrong);
    }
    return held.stream()
        .filter(h -> h.match instanceof DaneMatch.Unknown)
        .filter(h -> Obstacles.beforeTls(h.context).isEmpty())
        .findFirst()
        .<Judgement>map(h -> new Judgement.Inconclusive(((DaneMatch.Unknown) h.match).why()))
        .orElseGet(() ->
            held.stream().anyMatch(h -> h.match instanceof DaneMatch.Matched)
                ? Judgement.pass()
                : new Judgement.Inconclusive("no TLS session was seen"));
  }

  private Judgement failure(HostContext context, List<Held> held, List<Held> wrong) {
    boolean some = held.stream().anyMatch(h -> h.match instanceof DaneMatch.Matched);
    EndpointContext first = wrong.getFirst().context();
    return publish(finding(Severity.ERROR, context), readyMade(context))
        .title(
            some
                ? "at "
                    + Words.list(
                        wrong.stream()
                            .map(h -> h.context.endpoint().endpoint().toString())
                            .toList())
                    + " the certificate does not match the TLSA records, elsewhere it does"
                : "the certificate does not match the TLSA records")
        .evidence(held.stream().map(DaneMismatch::told).toList())
        .evidence(served(first))
        .why(
            WHO
                + (some
                    ? " deliver by chance: where they come to an address that does not match, they"
                        + " go on to the next."
                    : " do not deliver here. Their mail waits, and is returned after some days."))
        .see(Reference.rfc(7672, "2.2"), Reference.rfc(7671, "5"), Reference.rfc(7671, "8.1"))
        .reproduce(posttlsFinger(context, first))
        .fail();
  }

  private static String told(Held held) {
    String where = held.context.endpoint().endpoint() + ": ";
    return switch (held.match) {
      case DaneMatch.Matched(Tlsa record, int depth, String subject) ->
          where + Association.parameters(record) + " matches at depth " + depth + ", " + subject;
      case DaneMatch.Mismatch(var cause, String why) -> where + why;
      case DaneMatch.Unknown(String why) -> where + why;
    };
  }

  /** What records of the certificates sent would have. */
  private static List<String> served(EndpointContext context) {
    List<PeerCertificate> sent =
        context.session().map(TlsSession::certificates).orElseGet(List::of);
    return IntStream.range(0, Math.min(SHOWN, sent.size()))
        .boxed()
        .flatMap(i -> served(i, sent.get(i)))
        .toList();
  }

  private static Stream<String> served(int depth, PeerCertificate certificate) {
    int usage = depth == 0 ? Association.DANE_EE : Association.DANE_TA;
    return Association.of(usage, Association.KEY, Association.SHA_256, certificate).stream()
        .map(tlsa -> "served at depth " + depth + ": " + Association.text(tlsa));
  }
}
