package dev.smtpscope.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/reference/codes/550, /reference/codes/550",
    "/checks/abc, /checks/*",
    "/checks/abc/report.json, /checks/*/report.json",
    "/api/v1/checks/abc/events, /api/v1/checks/*/events",
    "/base/r/abc, /base/r/*",
    "/base/r/abc/delete, /base/r/*/delete",
    "/api/v1/checks, /api/v1/checks",
    "/AAAAAAAAAAAAAAAAAAAAAA/x, /*/x",
    "/checks/abc/AAAAAAAAAAAAAAAAAAAAAA, /checks/*/*",
  })
  void leavesOutWhatOpensAResult(String path, String logged) {
    assertThat(AccessLog.withoutKeys(path)).isEqualTo(logged);
  }

  @Test
  void letsNothingEndALineOrAField() {
    assertThat(AccessLog.harmless("a\r\nb\u001b[31m\" x\u202e"))
        .isEqualTo("a\\x0D\\x0Ab\\x1B[31m\\x22\\x20x\\xE2\\x80\\xAE");
    assertThat(AccessLog.harmless("x".repeat(5000))).hasSizeLessThan(300);
  }
}
