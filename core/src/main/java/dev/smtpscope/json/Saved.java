package dev.smtpscope.json;

import dev.smtpscope.facts.Facts;
import java.util.List;

/** The part of a document that is read back. */
record Saved(List<One> reports) {
  Saved {
    reports = List.copyOf(reports);
  }

  record One(Facts facts, RulesView rules) {}
}
