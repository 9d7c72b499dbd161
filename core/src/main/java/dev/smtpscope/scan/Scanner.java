package dev.smtpscope.scan;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.target.Target;

/**
 * Looks at one target: every address and port side by side. For one scan; {@link #cancel} may be
 * called from any thread.
 */
public final class Scanner {
  private final ScanOptions options;
  private final AddressResolver resolver;

  public Scanner(ScanOptions options, AddressResolver resolver) {
    this.options = options;
    this.resolver = resolver;
  }

  /** Runs the scan and returns when all is known or the budget is spent. */
  public Facts scan(Target target, ScanListener listener) {
    if (target.services().isEmpty()) {
      throw new IllegalArgumentException("no service");
    }
    throw new UnsupportedOperationException(options + " " + resolver + target + listener);
  }

  /** Ends a running scan at once; {@link #scan} then returns what is known so far. */
  public void cancel() {}
}
