package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.NamedGroup;

/**
 * A registered group.
 *
 * @param bits of the curve's field, the prime, or the parameter set of ML-KEM; of the curve in a
 *     hybrid
 */
public record GroupProperties(NamedGroup group, GroupKind kind, int bits) {
  public int code() {
    return group.code();
  }

  public boolean isPostQuantum() {
    return kind == GroupKind.ML_KEM || kind == GroupKind.HYBRID;
  }
}
