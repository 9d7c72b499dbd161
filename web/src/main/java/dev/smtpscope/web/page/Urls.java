package dev.smtpscope.web.page;

import dev.smtpscope.reference.Entry;
import dev.smtpscope.render.html.Links;
import dev.smtpscope.web.check.CheckId;
import dev.smtpscope.web.reference.Terms;
import dev.smtpscope.web.reference.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The addresses of everything, below the base path.
 *
 * @param base empty, or such as {@code /smtpscope}, without a slash at its end
 */
record Urls(String base, Assets assets) {
  String home() {
    return base + "/";
  }

  /** The form, filled in. */
  String home(String target, String ports) {
    return home() + query(Map.of("target", target, "ports", ports));
  }

  /** Where the form is posted to. */
  String checks() {
    return base + "/checks";
  }

  String check(CheckId id) {
    return base + "/checks/" + id.value();
  }

  String events(CheckId id) {
    return base + "/api/v1/checks/" + id.value() + "/events";
  }

  /** Starts the same check anew. */
  String again(Map<String, String> words) {
    return base + "/check" + query(words);
  }

  String link(String id) {
    return base + "/r/" + id;
  }

  String reference() {
    return base + "/reference";
  }

  String checksReference() {
    return reference() + "/checks";
  }

  String check(String id) {
    return checksReference() + "/" + encode(id);
  }

  String topic(Topic topic) {
    return reference() + "/" + topic.folder();
  }

  String term(Topic topic, Entry entry) {
    return topic(topic) + "/" + encode(Terms.segment(entry));
  }

  String api() {
    return base + "/api";
  }

  String openapi() {
    return base + "/api/openapi.json";
  }

  String asset(String name) {
    return base + "/assets/" + assets.hashed(name);
  }

  /** Where the terms of a report are explained. */
  Links links() {
    return Links.below(reference());
  }

  private static String query(Map<String, String> words) {
    List<String> pairs =
        words.entrySet().stream()
            .filter(word -> !word.getValue().isEmpty())
            .sorted(Map.Entry.comparingByKey())
            .map(word -> encode(word.getKey()) + "=" + encode(word.getValue()))
            .toList();
    return pairs.stream().collect(Collectors.joining("&", pairs.isEmpty() ? "" : "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
