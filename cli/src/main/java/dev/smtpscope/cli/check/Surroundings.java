package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Interruption;
import dev.smtpscope.cli.option.NameServices;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.trust.JdkTrustStore;
import java.util.function.Supplier;

/**
 * What a check needs of the world around it; tests and the demo bring their own.
 *
 * @param names makes what one check looks its names up with, unless the user says otherwise
 */
public record Surroundings(
    Console console, Interruption interruption, Supplier<NameService> names, TrustAnchors anchors) {
  /** Those of this process. */
  public static Surroundings ofProcess(Interruption interruption) {
    return new Surroundings(
        Console.ofProcess(), interruption, NameServices.ofSystem(), new JdkTrustStore());
  }

  /** These with other names and anchors. */
  public Surroundings with(Supplier<NameService> otherNames, TrustAnchors otherAnchors) {
    return new Surroundings(console, interruption, otherNames, otherAnchors);
  }
}
