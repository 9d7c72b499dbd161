package dev.smtpscope.web.api;

import java.util.ArrayList;
import java.util.List;

/** A stream of events, read by the rules of the HTML standard (section 9.2.6), but for comments. */
record Events(List<One> all) {
  record One(long id, String type, String data) {}

  static Events of(String stream) {
    List<One> events = new ArrayList<>();
    for (String block : stream.split("\n\n", -1)) {
      if (!field(block, "data").isEmpty()) {
        events.add(
            new One(
                Long.parseLong(field(block, "id")), field(block, "event"), field(block, "data")));
      }
    }
    return new Events(events);
  }

  List<String> types() {
    return all.stream().map(One::type).toList();
  }

  List<Long> ids() {
    return all.stream().map(One::id).toList();
  }

  String data(String type) {
    return all.stream().filter(e -> e.type().equals(type)).findFirst().orElseThrow().data();
  }

  private static String field(String block, String name) {
    return block
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }
}
