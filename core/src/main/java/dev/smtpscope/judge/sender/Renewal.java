package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.judge.dane.Matcher;
import dev.smtpscope.judge.dane.ReadyMade;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.target.HostName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate that is not yet in use would mean for the MX hosts of a domain.
 *
 * @param chain as the server will send it, leaf first
 * @param at when it goes live: now, or when its validity begins
 */
public record Renewal(DomainContext context, MtaSts sts, List<PeerCertificate> chain, Instant at) {
  private static final int PORT = 25;

  public Renewal {
    chain = List.copyOf(chain);
  }

  /** How something fares. */
  public enum Fit {
    FITS,
    /** Senders would no longer deliver to the host. */
    BREAKS,
    /** Nothing there depends on the certificate. */
    FREE,
    UNKNOWN
  }

  /**
   * One rule for one host.
   *
   * @param rule such as {@code TLSA}
   * @param publish lines to publish first, where that helps
   */
  public record Verdict(HostName host, String rule, Fit fit, String why, List<String> publish) {
    public Verdict {
      publish = List.copyOf(publish);
    }
  }

  /** The renewal for the domain of {@code context} with that chain. */
  public static Renewal of(DomainContext context, List<PeerCertificate> chain) {
    Instant now = context.facts().observedAt();
    Instant at =
        chain.stream()
            .findFirst()
            .flatMap(PeerCertificate::details)
            .map(CertificateDetails::notBefore)
            .filter(now::isBefore)
            .orElse(now);
    return new Renewal(context, MtaSts.of(context), chain, at);
  }

  /** The MX hosts that the certificate is for by its names; all where it is for none. */
  public List<HostName> hosts() {
    List<HostName> all =
        context.mailHosts().stream().flatMap(h -> h.referenceName().stream()).distinct().toList();
    List<HostName> covered = all.stream().filter(this::covers).toList();
    return covered.isEmpty() ? all : covered;
  }

  private boolean covers(HostName host) {
    return chain.stream()
        .findFirst()
        .flatMap(PeerCertificate::details)
        .filter(leaf -> NameMatcher.match(leaf, host) == NameMatcher.Match.DNS_NAME)
        .isPresent();
  }

  /** What TLSA records make of the certificate on {@code host}. */
  public Verdict byDane(HostName host) {
    return context.mailHosts().stream()
        .filter(h -> h.referenceName().equals(Optional.of(host)))
        .findFirst()
        .map(h -> byDane(host, h))
        .orElseGet(() -> tlsa(host, Fit.UNKNOWN, "it is no MX host of the domain"));
  }

  private Verdict byDane(HostName host, HostContext mx) {
    return switch (Dane.of(mx, PORT)) {
      case Dane.NotUsed(var reason, String why) -> tlsa(host, Fit.FREE, why);
      case Dane.Unusable unusable ->
          tlsa(host, Fit.FREE, "mail servers can use none of the TLSA records");
      case Dane.Failed(String why) -> tlsa(host, Fit.UNKNOWN, why);
      case Dane.Unknown(String why) -> tlsa(host, Fit.UNKNOWN, why);
      case Dane.Usable usable -> matched(host, usable);
    };
  }

  private Verdict matched(HostName host, Dane.Usable usable) {
    return switch (new Matcher(chain, usable.names(), at).match(usable.used())) {
      case DaneMatch.Matched(var record, int depth, String subject) ->
          tlsa(
              host,
              Fit.FITS,
              dev.smtpscope.judge.dane.Association.parameters(record)
                  + " matches the certificate at depth "
                  + depth);
      case DaneMatch.Mismatch(var cause, String why) ->
          new Verdict(
              host,
              "TLSA",
              Fit.BREAKS,
              why,
              ReadyMade.lines(usable.lookup().baseDomain(), PORT, chain));
      case DaneMatch.Unknown(String why) -> tlsa(host, Fit.UNKNOWN, why);
    };
  }

  private static Verdict tlsa(HostName host, Fit fit, String why) {
    return new Verdict(host, "TLSA", fit, why, List.of());
  }

  /** What the domain's MTA-STS policy makes of the certificate on {@code host}. */
  public Verdict byPolicy(HostName host) {
    return switch (sts) {
      case MtaSts.Absent(String why) -> policy(host, Fit.FREE, why);
      case MtaSts.Broken(var type, String why) -> policy(host, Fit.FREE, why);
      case MtaSts.Unknown(String why) -> policy(host, Fit.UNKNOWN, why);
      case MtaSts.Valid(var id, Policy policy) -> byPolicy(host, policy);
    };
  }

  private Verdict byPolicy(HostName host, Policy policy) {
    if (policy.mode() == Mode.NONE || !policy.covers(host)) {
      return policy(host, Fit.FREE, "the policy does not ask for this host's certificate");
    }
    PathVerdict path = PathVerdict.of(chain, context.rules().anchors(), at);
    return switch (WebPki.of(chain, Optional.of(path), host, at)) {
      case WebPki.Valid valid -> policy(host, Fit.FITS, "it is trusted, and for the host");
      case WebPki.Unknown(String why) -> policy(host, Fit.UNKNOWN, why);
      case WebPki.Invalid(var type, String why) when policy.mode() == Mode.ENFORCE ->
          policy(host, Fit.BREAKS, why);
      case WebPki.Invalid(var type, String why) ->
          policy(host, Fit.FREE, "the policy is in mode testing; in mode enforce: " + why);
    };
  }

  private static Verdict policy(HostName host, Fit fit, String why) {
    return new Verdict(host, "MTA-STS", fit, why, List.of());
  }
}
