package dev.smtpscope.reference.tls;

/** How a suite runs its cipher. */
public enum Mode {
  NONE,
  STREAM,
  CBC,
  COUNTER,
  GCM,
  CCM,
  /** CCM with a tag of 64 bits. */
  CCM_8,
  POLY1305,
  MGM,
  AEGIS;

  /** Whether encryption and integrity are one. */
  public boolean isAead() {
    return switch (this) {
      case GCM, CCM, CCM_8, POLY1305, MGM, AEGIS -> true;
      case NONE, STREAM, CBC, COUNTER -> false;
    };
  }
}
