package dev.smtpscope.web.page;

import dev.smtpscope.reference.Entry;
import dev.smtpscope.web.reference.CheckPage;
import dev.smtpscope.web.reference.CheckPages;
import dev.smtpscope.web.reference.Terms;
import dev.smtpscope.web.reference.Topic;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The reference: topics, terms and checks. */
record ReferencePages(Site site, CheckPages checks) {
  void addTo(RoutesConfig routes) {
    routes.get("/reference", this::index);
    routes.get("/reference/checks", this::checkList);
    routes.get("/reference/checks/{id}", this::check);
    routes.get("/reference/{topic}", this::topic);
    routes.get("/reference/{topic}/{term}", this::term);
  }

  private void index(Context context) {
    Shell shell = site.open("Reference", Shell.Section.REFERENCE);
    site.send(context, shell, out -> Templates.reference(out, shell, checks.all()));
  }

  private void checkList(Context context) {
    Shell shell = site.open("Checks", Shell.Section.REFERENCE);
    site.send(context, shell, out -> Templates.checks(out, shell, checks.all()));
  }

  private void check(Context context) {
    CheckPage page = checks.find(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
    Shell shell = site.open(page.title(), Shell.Section.REFERENCE);
    site.send(context, shell, out -> Templates.check(out, shell, page));
  }

  private void topic(Context context) {
    Topic topic = topicOf(context);
    Shell shell = site.open(topic.title(), Shell.Section.REFERENCE);
    site.send(context, shell, out -> Templates.topic(out, shell, topic));
  }

  private void term(Context context) {
    Topic topic = topicOf(context);
    Entry entry = topic.find(context.pathParam("term")).orElseThrow(NotFoundResponse::new);
    Shell shell = site.open(Terms.label(entry) + " " + entry.title(), Shell.Section.REFERENCE);
    site.send(context, shell, out -> Templates.term(out, shell, topic, entry));
  }

  private static Topic topicOf(Context context) {
    return Topic.of(context.pathParam("topic")).orElseThrow(NotFoundResponse::new);
  }
}
