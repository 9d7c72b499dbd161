package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {
  /** RFC 8446 section 6, obsolete ones included, and the registry's later additions. */
  private static final List<Integer> REGISTRY =
      List.of(
          0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86,
          90, 100, 109, 110, 111, 112, 113, 114, 115, 116, 120, 121);

  @Test
  void knowsTheRegistry() {
    assertThat(Alerts.all()).extracting(Alert::code).containsExactlyElementsOf(REGISTRY);
  }

  @Test
  void findsByNumberAndName() {
    assertThat(Alerts.find(40)).map(Alert::name).contains("handshake_failure");
    assertThat(Alerts.find("Handshake Failure")).map(Alert::code).contains(40);
    assertThat(Alerts.find("protocol-version")).map(Alert::code).contains(70);
    assertThat(Alerts.find("nonsense")).isEmpty();
  }

  @Test
  void anUnknownAlertStillHasAName() {
    assertThat(Alerts.of(200).name()).isEqualTo("alert_200");
    assertThat(Alerts.of(200).standing()).isEqualTo(Standing.UNKNOWN);
  }
}
