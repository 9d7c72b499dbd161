package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.trust.PemBundle;
import java.nio.file.Path;

/** Reads the certificates of {@code --ca}. */
final class Trust {
  private Trust() {}

  static TrustAnchors of(Path file) {
    try {
      return PemBundle.read(file);
    } catch (PemBundle.InvalidBundleException e) {
      throw new UsageException("--ca: " + e.getMessage());
    }
  }
}
