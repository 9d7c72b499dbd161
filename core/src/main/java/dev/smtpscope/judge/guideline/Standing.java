package dev.smtpscope.judge.guideline;

/** How a server stands by one requirement. */
public enum Standing {
  MET("met"),
  NOT_MET("not met"),
  NOT_KNOWN("not known");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
