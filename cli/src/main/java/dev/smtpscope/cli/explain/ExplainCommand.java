package dev.smtpscope.cli.explain;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Page;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.reference.Entry;
import dev.smtpscope.reference.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope explain}: looks a term up. */
public final class ExplainCommand implements Runnable {
  private final Console console;

  private final Arguments words =
      Arguments.many("QUERY", "What to explain; a finding or check by its id.");

  public ExplainCommand(Console console) {
    this.console = console;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    return new CommandShape("explain", this)
        .synopsis("smtpscope explain QUERY")
        .header("Explain a reply code, a keyword or a finding.")
        .description(
            "Explains SMTP reply codes, enhanced status codes, EHLO keywords, AUTH mechanisms, TLS"
                + " alerts, ports, causes of refusal and the checks of smtpscope.")
        .takes(words)
        .examples(
            "  smtpscope explain 550",
            "  smtpscope explain 5.7.1",
            "  smtpscope explain STARTTLS",
            "  smtpscope explain AUTH PLAIN",
            "  smtpscope explain alert 40",
            "  smtpscope explain port 465",
            "  smtpscope explain greylisting")
        .spec();
  }

  @Override
  public void run() {
    String query = String.join(" ", words.values()).strip();
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
    console.print(out.toString());
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
