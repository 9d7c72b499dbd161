package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Interruption;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.SystemResolver;
import dev.smtpscope.trust.JdkTrustStore;

/** What a check needs of the world around it; tests and the demo bring their own. */
public record Surroundings(
    Console console, Interruption interruption, AddressResolver resolver, TrustAnchors anchors) {
  /** Those of this process. */
  public static Surroundings ofProcess(Interruption interruption) {
    return new Surroundings(
        Console.ofProcess(), interruption, new SystemResolver(), new JdkTrustStore());
  }

  /** These with other names and anchors. */
  public Surroundings with(AddressResolver otherResolver, TrustAnchors otherAnchors) {
    return new Surroundings(console, interruption, otherResolver, otherAnchors);
  }
}
