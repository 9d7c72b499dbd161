package dev.smtpscope.probe.resolve;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.target.HostName;
import java.time.Duration;

/** Turns a name into addresses. Network failure is an outcome, not an exception. */
@FunctionalInterface
public interface AddressResolver {
  /** The addresses of {@code name}, answered or given up within {@code limit}. */
  Lookup lookup(HostName name, Duration limit);
}
