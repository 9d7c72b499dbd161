package dev.smtpscope.cli.check;

import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.Page;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.cli.option.RenewalFlags;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.judge.Contexts;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.sender.Renewal;
import dev.smtpscope.judge.sender.Renewal.Fit;
import dev.smtpscope.judge.sender.Renewal.Verdict;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.scan.ThreadKind;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope dane-check}: whether a new certificate breaks TLSA or MTA-STS. */
public final class DaneCheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final RenewalFlags flags = new RenewalFlags();

  public DaneCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    CommandShape shape =
        new CommandShape("dane-check", this)
            .unsorted()
            .synopsis("smtpscope dane-check --cert FILE --domain NAME [options]")
            .header("Tell whether a new certificate breaks TLSA or MTA-STS.")
            .description(
                "Holds a certificate that is not yet in use against the TLSA records and the"
                    + " MTA-STS policy of a domain. No mail server is talked to.");
    flags.describeTo(shape);
    return shape
        .exitCodes(
            "0:senders will deliver as before",
            "1:senders would no longer deliver to a host",
            "2:wrong usage, or a file that can't be read",
            "3:records or policy could not be looked up, or the domain takes no mail")
        .examples(
            "  smtpscope dane-check --cert new.pem --domain example.org",
            "  smtpscope dane-check --cert new.pem --domain example.org \\",
            "      --host mx1.example.org")
        .spec();
  }

  @Override
  public Integer call() {
    List<PeerCertificate> chain = flags.chain();
    HostName domain = flags.domain();
    DomainContext context = context(domain);
    Renewal renewal = Renewal.of(context, chain);
    List<Verdict> verdicts =
        flags.host().map(List::of).orElseGet(renewal::hosts).stream()
            .flatMap(host -> Stream.of(renewal.byDane(host), renewal.byPolicy(host)))
            .toList();
    surroundings.console().print(page(domain, verdicts));
    return exitCode(verdicts);
  }

  private DomainContext context(HostName domain) {
    Scanner scanner =
        new Scanner(flags.options(), flags.names(surroundings.names()).get(), ThreadKind.PLATFORM);
    surroundings.interruption().onRequest(scanner::cancel);
    Facts facts = scanner.look(target(domain));
    Ruleset rules = Ruleset.standard(flags.anchors(surroundings.anchors()));
    return Contexts.of(facts, rules).domain().orElseThrow();
  }

  private static Target target(HostName domain) {
    try {
      return new TargetParser(TargetParser.Overrides.NONE).parse("domain:" + domain.ascii());
    } catch (InvalidTargetException e) {
      throw new UsageException("--domain: " + e.getMessage());
    }
  }

  private static int exitCode(List<Verdict> verdicts) {
    if (verdicts.stream().anyMatch(v -> v.fit() == Fit.BREAKS)) {
      return ExitCode.FINDINGS;
    }
    boolean open = verdicts.isEmpty() || verdicts.stream().anyMatch(v -> v.fit() == Fit.UNKNOWN);
    return open ? ExitCode.NOT_TESTED : ExitCode.FINE;
  }

  private String page(HostName domain, List<Verdict> verdicts) {
    Page page = new Page(surroundings.console().terminal());
    page.heading(domain + ": " + sentence(verdicts));
    page.line("");
    verdicts.forEach(v -> page.item(v.host() + ", " + v.rule() + ": " + told(v)));
    List<String> lines = verdicts.stream().flatMap(v -> v.publish().stream()).distinct().toList();
    if (!lines.isEmpty()) {
      page.paragraph(
          "Publish one of these for each host first, and wait for twice the time to live of the"
              + " records there are now:");
      page.gap();
      lines.forEach(line -> page.line("  " + line));
    }
    return page.toString();
  }

  private static String sentence(List<Verdict> verdicts) {
    return switch (exitCode(verdicts)) {
      case ExitCode.FINE -> "senders will deliver as before";
      case ExitCode.FINDINGS -> "the certificate breaks delivery";
      default -> verdicts.isEmpty() ? "it has no mail host" : "not all could be looked up";
    };
  }

  private static String told(Verdict verdict) {
    return switch (verdict.fit()) {
          case FITS -> "fits: ";
          case BREAKS -> "breaks: ";
          case FREE -> "does not matter: ";
          case UNKNOWN -> "not known: ";
        }
        + verdict.why();
  }
}
