package dev.smtpscope.event;

/**
 * Is told of each event as it happens, from the threads of the probes, several at a time. It must
 * be fast, must not wait for anything and must not throw.
 */
@FunctionalInterface
public interface ScanListener {
  /** Hears nothing. */
  ScanListener NONE = event -> {};

  /** Takes one event. */
  void on(ScanEvent event);
}
