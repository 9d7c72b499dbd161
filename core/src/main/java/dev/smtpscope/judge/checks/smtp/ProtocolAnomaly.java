package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the server did against the protocol though the conversation went on. */
public final class ProtocolAnomaly implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.noInspection(
          "Update the server. If it is up to date, look for a proxy, filter or firewall on the way"
              + " that changes its replies, or for a banner or script of one's own that writes them.");

  @Override
  public String id() {
    return "protocol-anomaly";
  }

  @Override
  public String title() {
    return "Does the server keep to the protocol?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return anomalies(context).isEmpty()
        ? Applicability.unless(Obstacles.beforeGreetingReply(context))
        : Applicability.applies();
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Map<Anomaly.Kind, List<Anomaly>> kinds = new EnumMap<>(Anomaly.Kind.class);
    anomalies(context)
        .forEach(a -> kinds.computeIfAbsent(a.kind(), kind -> new ArrayList<>()).add(a));
    return Judgement.of(
        kinds.entrySet().stream().map(e -> finding(context, e.getKey(), e.getValue())).toList());
  }

  private Finding finding(EndpointContext context, Anomaly.Kind kind, List<Anomaly> anomalies) {
    String suffix = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    AnomalyText text = AnomalyText.of(kind);
    return FindingBuilder.of(id() + "/" + suffix, text.severity(), context)
        .title(text.title())
        .evidence(anomalies.stream().map(ProtocolAnomaly::told).distinct().limit(5).toList())
        .why(text.why())
        .fix(REMEDY)
        .see(text.rule())
        .reproduce(Reproduce.connect(context.endpoint().endpoint()))
        .build();
  }

  private static String told(Anomaly anomaly) {
    return anomaly.stage().label() + ": " + anomaly.evidence();
  }

  /** Without the bytes after STARTTLS, which have a check of their own. */
  private static List<Anomaly> anomalies(EndpointContext context) {
    return context.endpoint().anomalies().stream()
        .filter(a -> a.kind() != Anomaly.Kind.BYTES_AFTER_STARTTLS)
        .toList();
  }
}
