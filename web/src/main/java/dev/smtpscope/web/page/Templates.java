package dev.smtpscope.web.page;

import dev.smtpscope.reference.Entry;
import dev.smtpscope.web.reference.CheckPage;
import dev.smtpscope.web.reference.Topic;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;

/** Fills the templates, which are compiled to classes of this package. */
@SuppressWarnings("NullAway") // an interceptor is optional to the generated code
final class Templates {
  private Templates() {}

  static void home(HtmlTemplateOutput out, Shell shell, HomeView home) {
    JtehomeGenerated.render(out, null, shell, home);
  }

  static void live(HtmlTemplateOutput out, Shell shell, LiveView live) {
    JteliveGenerated.render(out, null, shell, live);
  }

  static void report(HtmlTemplateOutput out, Shell shell, ReportPage page) {
    JtefinishedGenerated.render(out, null, shell, page);
  }

  static void made(HtmlTemplateOutput out, Shell shell, LinkView link) {
    JtemadeGenerated.render(out, null, shell, link);
  }

  static void deletion(HtmlTemplateOutput out, Shell shell, LinkView link) {
    JtedeletionGenerated.render(out, null, shell, link);
  }

  static void message(HtmlTemplateOutput out, Shell shell, Message message) {
    JtemessageGenerated.render(out, null, shell, message);
  }

  static void reference(HtmlTemplateOutput out, Shell shell, List<CheckPage> checks) {
    JtereferenceGenerated.render(out, null, shell, checks);
  }

  static void topic(HtmlTemplateOutput out, Shell shell, Topic topic) {
    JtetopicGenerated.render(out, null, shell, topic);
  }

  static void term(HtmlTemplateOutput out, Shell shell, Topic topic, Entry entry) {
    JtetermGenerated.render(out, null, shell, topic, entry);
  }

  static void checks(HtmlTemplateOutput out, Shell shell, List<CheckPage> checks) {
    JtechecksGenerated.render(out, null, shell, checks);
  }

  static void check(HtmlTemplateOutput out, Shell shell, CheckPage check) {
    JtecheckGenerated.render(out, null, shell, check);
  }

  static void api(HtmlTemplateOutput out, Shell shell, ApiView api) {
    JteapiGenerated.render(out, null, shell, api);
  }
}
