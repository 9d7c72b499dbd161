package dev.smtpscope.scan;

/** What a scan's connections run on. */
public enum ThreadKind {
  /** Cheap: thousands may wait at a time. */
  VIRTUAL,
  /**
   * For a process that ends after a few connections: the JVM puts off its end for 300 ms where the
   * thread is running that polls for virtual threads.
   */
  PLATFORM
}
