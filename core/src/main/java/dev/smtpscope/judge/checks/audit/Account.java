package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Reference;
import java.util.List;
import java.util.function.Function;

/**
 * What a finding says, whatever the server.
 *
 * @param why in whole sentences
 * @param reproduce the command that shows it
 */
record Account(
    ByRole severity,
    String title,
    String why,
    Function<EndpointContext, String> reproduce,
    List<Reference> see) {
  static Account of(
      ByRole severity,
      String title,
      String why,
      Function<EndpointContext, String> reproduce,
      Reference... see) {
    return new Account(severity, title, why, reproduce, List.of(see));
  }
}
