package dev.smtpscope.render.html;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.render.outline.Block;
import dev.smtpscope.render.outline.Figures;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.render.outline.SoftwarePairs;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One address and port at a glance.
 *
 * @param state how far it got, in a word or two
 * @param remark why it is not simply open
 */
record CardView(
    Piece port,
    String address,
    String role,
    Mark mark,
    String state,
    Optional<Worst> worst,
    Optional<String> remark,
    List<Figure> figures,
    List<Badge> badges,
    List<Block.Pair> server) {
  private static final int QUOTE = 160;

  /** A number to see at once. */
  record Figure(String label, String text, Mark mark) {}

  /** The findings on an endpoint, by the mark of the worst. */
  record Worst(Mark mark, String words) {}

  static List<CardView> of(Report report, List<EndpointSummary> endpoints, Links links) {
    return endpoints.stream().map(endpoint -> of(report, endpoint, links)).toList();
  }

  private static CardView of(Report report, EndpointSummary summary, Links links) {
    EndpointFacts facts = summary.facts();
    int port = facts.endpoint().service().port();
    return new CardView(
        Piece.of(Integer.toString(port), new Term.OfPort(port), links),
        Addresses.text(facts.endpoint().address()),
        facts.endpoint().service().role().description(),
        summary.state() == EndpointState.OPEN ? Mark.GOOD : Mark.OPEN,
        state(summary.state()),
        summary.worst().map(severity -> new Worst(Mark.of(severity), findings(report, facts))),
        remark(summary),
        figures(report, facts),
        Badge.of(facts, links),
        server(report, facts));
  }

  private static String findings(Report report, EndpointFacts facts) {
    Subject subject = new Subject.OfEndpoint(facts.endpoint());
    long count =
        report.verdicts().findings().stream().filter(f -> f.subject().equals(subject)).count();
    return Words.count(count, "finding");
  }

  private static String state(EndpointState state) {
    return state.id().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static Optional<String> remark(EndpointSummary summary) {
    boolean plain =
        summary.state() == EndpointState.OPEN
            && summary.facts().tls() instanceof TlsOutcome.Established;
    return plain ? Optional.empty() : Optional.of(summary.sentence());
  }

  private static List<Figure> figures(Report report, EndpointFacts facts) {
    List<Figure> figures = new ArrayList<>();
    if (!(facts.dial() instanceof DialOutcome.NotAttempted)) {
      figures.add(new Figure("Time", Figures.seconds(facts.elapsed()), Mark.NONE));
    }
    if (facts.dial() instanceof DialOutcome.Connected) {
      figures.add(new Figure("TLS", tls(facts.tls()), Mark.NONE));
    }
    Thresholds thresholds = report.rules().thresholds();
    facts.tls().certificates().stream()
        .findFirst()
        .flatMap(PeerCertificate::details)
        .map(leaf -> Validity.of(leaf, report.facts().observedAt(), thresholds))
        .ifPresent(v -> figures.add(new Figure("Certificate", v.left(), v.mark())));
    return figures;
  }

  private static String tls(TlsOutcome tls) {
    return switch (tls) {
      case TlsOutcome.Established(var session) -> session.version().label();
      case TlsOutcome.Failed _ -> "failed";
      case TlsOutcome.Refused _ -> "refused";
      case TlsOutcome.NotOffered _ -> "not offered";
      case TlsOutcome.NotWanted _ -> "not tried";
      case TlsOutcome.NotReached _ -> "not reached";
    };
  }

  private static List<Block.Pair> server(Report report, EndpointFacts facts) {
    List<Block.Pair> pairs = new ArrayList<>();
    facts
        .greeting()
        .received()
        .map(reply -> Words.shortened(reply.line(), QUOTE))
        .ifPresent(line -> pairs.add(new Block.Pair("Greeting", line)));
    report
        .verdicts()
        .insight(facts.endpoint())
        .flatMap(EndpointInsight::software)
        .ifPresent(s -> pairs.addAll(SoftwarePairs.of(s)));
    return pairs;
  }
}
