package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.Limits;
import dev.smtpscope.facts.SizeLimit;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Capabilities that contradict their definition or one another. One finding for each kind. */
public final class CapabilityConflict implements Check.OfEndpoint {
  private static final Set<String> KEPT =
      Set.of("SIZE", "8BITMIME", "SMTPUTF8", "CHUNKING", "PIPELINING", "DSN");
  private static final Remedy REMEDY =
      Remedy.of(
              "Have the server, or the proxy or filter before it, offer only what it can do, and the"
                  + " same inside TLS as before.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MAIN,
              "smtpd_discard_ehlo_keywords =",
              "smtpd_discard_ehlo_keyword_address_maps =")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "accept_8bitmime = true",
              "smtputf8_advertise_hosts = *",
              "chunking_advertise_hosts = *")
          .on(
              Product.EXCHANGE,
              Remedies.EXCHANGE_SHELL,
              "Set-ReceiveConnector \"Default Frontend SERVER\" -EightBitMimeEnabled $true"
                  + " -ChunkingEnabled $true");

  @Override
  public String id() {
    return "capability-conflict";
  }

  @Override
  public String title() {
    return "Do the capabilities fit together?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Applicability.unless(Obstacles.beforeCapabilities(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Capabilities offered =
        context.finalHello().isExtended()
            ? context.finalHello().capabilities()
            : Obstacles.firstHello(context).capabilities();
    List<Finding> findings = new ArrayList<>();
    without(context, offered, "SMTPUTF8", "8BITMIME", Reference.rfc(6531, "3.1"))
        .ifPresent(findings::add);
    without(context, offered, "BINARYMIME", "CHUNKING", Reference.rfc(3030, "3"))
        .ifPresent(findings::add);
    size(context, offered).ifPresent(findings::add);
    limits(context, offered).ifPresent(findings::add);
    obsolete(context, offered).ifPresent(findings::add);
    lost(context).ifPresent(findings::add);
    return Judgement.of(findings);
  }

  private Optional<Finding> without(
      EndpointContext context, Capabilities offered, String one, String other, Reference rule) {
    return offered
        .find(one)
        .filter(c -> !offered.has(other))
        .map(c ->
            start(context, one.toLowerCase(Locale.ROOT), Severity.NOTICE)
                .title(one + " is offered without " + other)
                .evidence(Evidence.of(Stream.of(c)))
                .why(one + " rests on " + other + "; without it clients can't make use of it.")
                .see(rule)
                .build());
  }

  private Optional<Finding> size(EndpointContext context, Capabilities offered) {
    return offered.size().orElse(new SizeLimit.Unstated()) instanceof SizeLimit.Malformed
        ? offered.find("SIZE").map(c -> malformed(context, c, Reference.rfc(1870, "4")))
        : Optional.empty();
  }

  private Optional<Finding> limits(EndpointContext context, Capabilities offered) {
    return offered.limits().filter(l -> l instanceof Limits.Malformed).isPresent()
        ? offered.find("LIMITS").map(c -> malformed(context, c, Reference.rfc(9422, "3")))
        : Optional.empty();
  }

  private Finding malformed(EndpointContext context, Capability capability, Reference rule) {
    String keyword = capability.keyword();
    return start(context, keyword.toLowerCase(Locale.ROOT), Severity.NOTICE)
        .title("the parameters of " + keyword + " are malformed")
        .evidence(Evidence.of(Stream.of(capability)))
        .why("Clients pass over what they can't read, so the limit it should tell is not known.")
        .see(rule)
        .build();
  }

  private Optional<Finding> obsolete(EndpointContext context, Capabilities offered) {
    return offered
        .find("UTF8SMTP")
        .map(c ->
            start(context, "utf8smtp", Severity.INFO)
                .title("UTF8SMTP is offered, an experiment that SMTPUTF8 has replaced")
                .evidence(Evidence.of(Stream.of(c)))
                .why("No client in use today looks for it.")
                .see(Reference.rfc(6531, ""))
                .build());
  }

  private Optional<Finding> lost(EndpointContext context) {
    List<Capability> lost =
        context.plainCapabilities().all().stream()
            .filter(c -> KEPT.contains(c.keyword()) && !context.tlsCapabilities().has(c.keyword()))
            .toList();
    return lost.isEmpty() || !context.endpoint().helloInTls().isExtended()
        ? Optional.empty()
        : Optional.of(
            start(context, "lost-in-tls", Severity.NOTICE)
                .title(
                    Words.list(lost.stream().map(Capability::keyword).toList())
                        + " offered before TLS, but not inside")
                .evidence(Evidence.of(lost.stream()))
                .why("Clients that encrypt get less than those that don't.")
                .see(Reference.rfc(3207, "4.2"))
                .build());
  }

  private FindingBuilder start(EndpointContext context, String kind, Severity severity) {
    return FindingBuilder.of(id() + "/" + kind, severity, context)
        .fix(REMEDY)
        .reproduce(
            context.session().isPresent() ? Reproduce.ehloInTls(context) : Reproduce.ehlo(context));
  }
}
