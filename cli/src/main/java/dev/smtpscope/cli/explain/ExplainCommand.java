package dev.smtpscope.cli.explain;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Page;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.reference.Entry;
import dev.smtpscope.reference.Reference;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smtpscope explain}: looks a term up. */
@Command(
    name = "explain",
    synopsisHeading = "Usage: ",
    customSynopsis = "smtpscope explain QUERY",
    header = "Explain a reply code, a keyword or a finding.",
    description =
        "%nExplains SMTP reply codes, enhanced status codes, EHLO keywords, AUTH mechanisms, TLS"
            + " alerts, ports, causes of refusal and the checks of smtpscope.%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpscope explain 550",
      "  smtpscope explain 5.7.1",
      "  smtpscope explain STARTTLS",
      "  smtpscope explain AUTH PLAIN",
      "  smtpscope explain alert 40",
      "  smtpscope explain port 465",
      "  smtpscope explain greylisting"
    })
public final class ExplainCommand implements Runnable {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "What to explain; a finding or check by its id.")
  List<String> words = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    String query = String.join(" ", words).strip();
    if (query.isEmpty()) {
      throw new UsageException("nothing to explain; name a code, keyword or check, such as 550");
    }
    Optional<String> page = CheckPages.find(query);
    Optional<Entry> entry = page.isPresent() ? Optional.empty() : Reference.explain(query);
    if (entry.isEmpty() && page.isEmpty()) {
      throw new UsageException("'" + query + "' is not known" + suggestion(query));
    }
    Page out = new Page(console.terminal());
    entry.ifPresent(found -> new EntryText(found).writeTo(out));
    page.ifPresent(text -> new Markdown(text).writeTo(out));
    print(out.toString());
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private static String suggestion(String query) {
    List<String> close =
        Stream.concat(CheckPages.near(query), Reference.suggestions(query).stream())
            .limit(3)
            .toList();
    return close.isEmpty()
        ? "; try a reply code such as 550, an enhanced code such as 5.7.1, or a keyword"
        : close.stream().collect(Collectors.joining("' or '", "; did you mean '", "'?"));
  }
}
