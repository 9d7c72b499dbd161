package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.Capability;
import java.util.List;
import java.util.stream.Stream;

/** The AUTH lines of an EHLO reply. */
final class Auth {
  private Auth() {}

  /** As they came. */
  static List<String> lines(Capabilities capabilities) {
    return Evidence.of(all(capabilities));
  }

  /** All of them. */
  static Stream<Capability> all(Capabilities capabilities) {
    return capabilities.all().stream().filter(c -> c.keyword().equals("AUTH"));
  }
}
