package dev.smtpscope.render.html;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Fills the templates, which are compiled to classes of this package. */
@SuppressWarnings("NullAway") // an interceptor is optional to the generated code
final class Pages {
  private Pages() {}

  static String article(ReportView report) {
    StringOutput out = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(out), null, report);
    return out.toString();
  }

  static String document(DocumentView document) {
    StringOutput out = new StringOutput();
    JtedocumentGenerated.render(new OwaspHtmlTemplateOutput(out), null, document);
    return out.toString();
  }
}
