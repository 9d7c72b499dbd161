package dev.smtpscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsFactsJsonTest {
  @Test
  void answersComeBackExactly() {
    for (int seed = 0; seed < 300; seed++) {
      DnsAnswer answer = new RandomFacts(seed).any(DnsAnswer.class);

      String json = Mapping.writer().writeValueAsString(answer);

      assertThat(Mapping.reader(DnsAnswer.class).<DnsAnswer>readValue(json))
          .as("seed %d", seed)
          .isEqualTo(answer);
    }
  }

  @Test
  void recordsSayTheirType() {
    DnsOutcome found =
        new DnsOutcome.Found(
            List.of(new RecordData.Mx(10, new DnsName("MX.example.org."))),
            Duration.ofMinutes(5),
            0);

    assertThat(Mapping.writer().writeValueAsString(found).replaceAll("\\s+", " "))
        .isEqualTo(
            "{ \"records\" : [ { \"type\" : \"mx\", \"preference\" : 10,"
                + " \"exchange\" : \"mx.example.org\" } ], \"ttlSeconds\" : 300, \"omitted\" : 0 }");
  }

  @Test
  void namesAndDataAreChecked() {
    assertRefused("{\"type\":\"ptr\",\"name\":\"a b\"}", "not a domain name");
    assertRefused(
        "{\"type\":\"tlsa\",\"usage\":3,\"selector\":1,\"matchingType\":1,\"data\":\"xy\"}", "");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> Mapping.reader(RecordData.class).readValue(json))
        .hasMessageContaining(message);
  }
}
