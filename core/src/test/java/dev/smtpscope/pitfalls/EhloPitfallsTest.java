package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Capability;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How EHLO is said, answered and read. */
class EhloPitfallsTest {
  @Test
  void theFirstLineHoldsNoKeyword() {
    Behaviour plain = Behaviour.of(Seen.HOST).capabilities("PIPELINING");
    assertThat(Seen.relay(plain.hello("STARTTLS")).findings())
        .containsExactly("notice ehlo-name-invalid", "warning starttls-missing");
    assertThat(Seen.relay(plain.hello("mail.example.org STARTTLS")).findings())
        .containsExactly("warning starttls-missing");
  }

  @Test
  void keywordsHaveNoCase() {
    Seen seen =
        Seen.submission(
            Behaviour.of(Seen.HOST)
                .capabilities("pipelining", "Size 1000", "StartTls")
                .capabilitiesInTls("pipelining", "Size 1000", "auth plain Login")
                .tls(Seen.tls()));
    assertThat(seen.facts().session()).isPresent();
    assertThat(seen.facts().helloInTls().capabilities().authMechanisms())
        .containsExactly("LOGIN", "PLAIN");
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void starttlsMayStandOnAnyLine() {
    for (String[] lines :
        new String[][] {{"STARTTLS"}, {"STARTTLS", "DSN"}, {"DSN", "STARTTLS"}, {"starttls "}}) {
      Seen seen =
          Seen.relay(
              Behaviour.of(Seen.HOST).capabilities(lines).capabilitiesInTls("DSN").tls(Seen.tls()));
      assertThat(seen.facts().session()).as(String.join(",", lines)).isPresent();
      assertThat(seen.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 what", "502 5.5.1 not implemented"})
  void heloIsTriedWhereEhloIsUnknown(String reply) {
    Seen seen = Seen.relay(Seen.postfix().reply("EHLO", reply));
    assertThat(seen.said()).hasSize(3).element(1).asString().startsWith("HELO ");
    assertThat(seen.findings()).containsExactly("warning ehlo-unsupported");
    assertThat(seen.unanswered()).contains("starttls-missing", "starttls-broken");
    assertThat(seen.facts().tls()).isInstanceOf(TlsOutcome.NotReached.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"501 5.5.4 bad name", "550 5.7.1 go away", "450 4.7.1 later", "503 sequence"})
  void noHeloWhereEhloIsKnownAndRefused(String reply) {
    Seen seen = Seen.relay(Seen.postfix().reply("EHLO", reply));
    assertThat(seen.said()).hasSize(2).last().isEqualTo("QUIT");
    assertThat(seen.findings()).singleElement().asString().endsWith(" ehlo-rejected");
    assertThat(seen.unanswered())
        .contains("starttls-missing", "ehlo-unsupported", "auth-plaintext-before-tls");
  }

  @Test
  void whereHeloFailsTooItIsOneFinding() {
    Seen seen = Seen.relay(Seen.postfix().reply("EHLO", "502 no").reply("HELO", "550 no"));
    assertThat(seen.findings()).containsExactly("warning ehlo-rejected");
    assertThat(seen.unanswered()).contains("starttls-missing");
  }

  @Test
  void theLegacyFormOfAuthIsMerged() {
    Seen seen =
        Seen.submission(
            Seen.submissionServer()
                .capabilitiesInTls(
                    "AUTH PLAIN",
                    "AUTH=LOGIN PLAIN",
                    "SIZE 10240000",
                    "8BITMIME",
                    "SMTPUTF8",
                    "CHUNKING",
                    "PIPELINING",
                    "DSN"));
    assertThat(seen.facts().helloInTls().capabilities().authMechanisms())
        .isEqualTo(Set.of("LOGIN", "PLAIN"));
    assertThat(seen.all()).contains("info auth-legacy-form");
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void theLegacyFormAloneIsAuth() {
    Seen seen =
        Seen.submission(
            Behaviour.of(Seen.HOST)
                .capabilities("STARTTLS")
                .capabilitiesInTls("AUTH=LOGIN")
                .tls(Seen.tls()));
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void unlessNamedWeIntroduceOurselvesByAddressLiteral() {
    Seen seen = Seen.relay(Seen.postfix());
    assertThat(seen.said().getFirst()).matches("EHLO \\[127\\.\\d+\\.\\d+\\.\\d+]");
    assertThat(seen.said().get(2)).isEqualTo("*" + seen.said().getFirst());
  }

  @Test
  void unknownKeywordsAreKeptAsTheyCame() {
    Seen seen = Seen.relay(Seen.postfix().capability("X-Odd=1  two"));
    assertThat(seen.facts().hello().capabilities().all())
        .map(Capability::line)
        .contains("X-Odd=1  two");
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void vrfyIsNeverAskedAndItsOfferIsNoFinding() {
    Seen seen = Seen.relay(Seen.postfix().reply("VRFY", "252 2.0.0 root"));
    assertThat(seen.facts().hello().capabilities().has("VRFY")).isTrue();
    assertThat(seen.said()).noneMatch(line -> line.contains("VRFY"));
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void wellKeptServersHaveNothingToMend() {
    for (Behaviour server :
        new Behaviour[] {
          Behaviours.postfix(Seen.HOST),
          Behaviours.exim(Seen.HOST),
          Behaviours.opensmtpd(Seen.HOST),
          Behaviours.sendmail(Seen.HOST),
          Behaviours.exchange(Seen.HOST),
          Behaviours.haraka(Seen.HOST)
        }) {
      Seen seen = Seen.relay(server.tls(Seen.tls()));
      assertThat(seen.facts().quit()).isInstanceOf(Answer.Replied.class);
      assertThat(seen.findings()).isEmpty();
    }
  }
}
