package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Capability;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.software.Product;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** AUTH is offered in the form from before its standard. */
public final class AuthLegacyForm implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of("Leave the line out; clients that need it are more than twenty years old.")
          .on(Product.POSTFIX, Remedies.POSTFIX_MAIN, "broken_sasl_auth_clients = no");

  @Override
  public String id() {
    return "auth-legacy-form";
  }

  @Override
  public String title() {
    return "Is AUTH offered in its standard form alone?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Optional<String> obstacle = Obstacles.beforeCapabilities(context);
    if (obstacle.isPresent()) {
      return Applicability.unless(obstacle);
    }
    return lines(context).findAny().isPresent()
        ? Applicability.applies()
        : Applicability.not("no AUTH was seen");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    List<String> legacy =
        Evidence.of(lines(context).filter(Capability::isLegacyAuth)).stream().distinct().toList();
    if (legacy.isEmpty()) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.INFO, context)
        .title("AUTH= is offered, the form from before the standard")
        .evidence(legacy)
        .why("Only very old clients look for it; strict ones take it for an unknown keyword.")
        .fix(REMEDY)
        .see(Reference.rfc(4954, "3"))
        .reproduce(Reproduce.ehloInTls(context))
        .fail();
  }

  private static Stream<Capability> lines(EndpointContext context) {
    return Stream.concat(
        Auth.all(context.plainCapabilities()), Auth.all(context.tlsCapabilities()));
  }
}
