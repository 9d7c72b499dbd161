package dev.smtpscope.bulk.row;

import static dev.smtpscope.bulk.row.DaneState.FAILED;
import static dev.smtpscope.bulk.row.DaneState.MATCH;
import static dev.smtpscope.bulk.row.DaneState.MISMATCH;
import static dev.smtpscope.bulk.row.DaneState.NOT_USED;
import static dev.smtpscope.bulk.row.DaneState.PARTIAL;
import static dev.smtpscope.bulk.row.DaneState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DaneStateTest {
  @Test
  void putsTroubleFirst() {
    assertThat(DaneState.together(List.of(MATCH, MISMATCH, NOT_USED))).contains(MISMATCH);
    assertThat(DaneState.together(List.of(MISMATCH, FAILED))).contains(FAILED);
  }

  @Test
  void takesSomeForSome() {
    assertThat(DaneState.together(List.of(MATCH, NOT_USED))).contains(PARTIAL);
    assertThat(DaneState.together(List.of(NOT_USED, UNKNOWN))).contains(NOT_USED);
  }

  @Test
  void silentServersDoNotSpoilMatches() {
    assertThat(DaneState.together(List.of(MATCH, UNKNOWN))).contains(MATCH);
    assertThat(DaneState.together(List.of(UNKNOWN))).contains(UNKNOWN);
    assertThat(DaneState.together(List.of())).isEmpty();
  }
}
