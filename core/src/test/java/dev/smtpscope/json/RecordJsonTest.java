package dev.smtpscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smtpscope.target.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  record Sample(String name, Optional<Role> role, List<Integer> ports, Optional<Wait> limit) {}

  record Wait(Duration length) {}

  record Holder(RawJson raw) {}

  @Test
  void writesAsReportsAreWritten() {
    Sample sample =
        new Sample(
            "a\n<b>",
            Optional.of(Role.MX),
            List.of(25),
            Optional.of(new Wait(Duration.ofMillis(1500))));
    assertThat(RecordJson.write(sample))
        .isEqualTo(
            "{\"name\":\"a\\n<b>\",\"role\":\"mx\",\"ports\":[25],\"limit\":{\"lengthSeconds\":1.5}}");
    assertThat(RecordJson.write(new Holder(new RawJson("{\"a\": 1}\n"))))
        .isEqualTo("{\"raw\":{\"a\": 1}}");
  }

  @Test
  void readsWhatItWrites() throws InvalidJsonException {
    assertThat(read("{\"name\":\"a\",\"role\":\"mx\",\"ports\":[25]}"))
        .isEqualTo(new Sample("a", Optional.of(Role.MX), List.of(25), Optional.empty()));
  }

  @Test
  void namesAFieldThatThereIsNot() {
    complains(
        "{\"name\":\"a\",\"ports\":[],\"port\":25}",
        "port",
        "port: there is no such field; known are name, role, ports, limit");
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    complains("{\"role\":\"mx\",\"ports\":[]}", "name", "a field is missing or null");
    complains("{\"name\":1,\"ports\":[]}", "name", "a text is expected");
    complains("{\"name\":\"a\",\"ports\":\"25\"}", "ports", "another kind of value is expected");
    complains("{\"name\":\"a\",\"name\":\"b\"}", "", "not valid JSON");
    complains("{} {}", "name", "");
    complains("nonsense\u202e", "", "not valid JSON");
    complains("[".repeat(1000), "", "");
  }

  private static void complains(String json, String field, String part) {
    assertThatExceptionOfType(InvalidJsonException.class)
        .isThrownBy(() -> read(json))
        .satisfies(e -> {
          assertThat(e.field().orElse("")).isEqualTo(field);
          assertThat(e.getMessage()).contains(part).hasLineCount(1).hasSizeLessThan(400);
          assertThat(e.getMessage()).doesNotContain("\u202e");
        });
  }

  private static Sample read(String json) throws InvalidJsonException {
    return RecordJson.read(json.getBytes(StandardCharsets.UTF_8), Sample.class);
  }
}
