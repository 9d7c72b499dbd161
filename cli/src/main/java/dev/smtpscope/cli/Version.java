package dev.smtpscope.cli;

import java.util.Optional;

/** Which smtpscope this is. */
public final class Version {
  private Version() {}

  /** The version that the package was built as. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(unpackaged)");
  }
}
