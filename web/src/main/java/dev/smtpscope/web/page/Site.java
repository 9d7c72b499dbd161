package dev.smtpscope.web.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What all pages have in common. */
record Site(Urls urls, String version) {
  /** A page that search engines may list. */
  Shell open(String title, Shell.Section section) {
    return new Shell(urls, version, title, section, true, List.of(), Optional.empty(), false);
  }

  /** A page for its visitor alone. */
  Shell closed(String title, Shell.Section section) {
    return new Shell(urls, version, title, section, false, List.of(), Optional.empty(), false);
  }

  /** Sends a page, filled in by {@code template}. */
  void send(Context context, Shell shell, Consumer<OwaspHtmlTemplateOutput> template) {
    StringOutput out = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(out));
    context.header("Cache-Control", shell.indexed() ? "no-cache" : "no-store");
    if (!shell.indexed()) {
      context.header("X-Robots-Tag", "noindex, nofollow");
    }
    context.contentType("text/html; charset=utf-8").result(out.toString());
  }

  /** Sends a page that says one thing. */
  void message(Context context, HttpStatus status, Message message) {
    context.status(status);
    Shell shell = closed(message.title(), Shell.Section.NONE).asAnswer();
    send(context, shell, out -> Templates.message(out, shell, message));
  }
}
