package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configuration lines that checks advise are ones that the server's own program takes. */
class AdvisedLinesTest {
  private static final Map<String, Proofreader> PROOFREADERS =
      Map.of(
          "Postfix", new PostfixProofreader(),
          "Exim", new EximProofreader(),
          "OpenSMTPD", new OpenSmtpdProofreader(),
          "Sendmail", new SendmailProofreader());

  static Stream<Fix.Configuration> advised() {
    return Checks.ALL.stream()
        .map(Check::remedies)
        .flatMap(List::stream)
        .map(Remedy::all)
        .flatMap(List::stream)
        .distinct();
  }

  static Stream<Fix.Configuration> readable() {
    return advised().filter(lines -> PROOFREADERS.containsKey(lines.software()));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void isTakenByTheServer(Fix.Configuration lines) {
    assertThat(objections(lines)).isEmpty();
  }

  static Stream<Fix.Configuration> wrong() {
    return Stream.of(
        lines("Postfix", "/etc/postfix/main.cf", "smtpd_tls_level = may"),
        lines("Postfix", "/etc/postfix/master.cf", "smtp inet n - y - smtpd"),
        lines("Postfix", "/etc/postfix/master.cf", "smtp inet n - y - - smtpd", "  -o tls_no=1"),
        lines("Postfix", "/etc/dovecot/conf.d/10-auth.conf", "mechanisms = plain"),
        lines("Exim", "Exim's main configuration", "tls_advertise = *"),
        lines("Exim", "Exim's main configuration", "smtp_accept_max = many"),
        lines("Exim", "Exim's authenticators", "plain:", "  driver = plain"),
        lines("Exim", "the ACL that holds the text", "deny text = no"),
        lines("OpenSMTPD", "smtpd.conf", "listen on 0.0.0.0 starttls"),
        lines("OpenSMTPD", "smtpd.conf", "listen on 0.0.0.0 tls pki other.example.org"),
        lines("Sendmail", "/etc/mail/sendmail.mc", "LOCAL_CONFIG", "O TlsCiphers=ALL"),
        lines("Sendmail", "/etc/mail/sendmail.mc", "LOCAL_CONFIG", "O ServerSSLOptions=NO_V3"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isNotTakenWhenWrong(Fix.Configuration lines) {
    assertThat(objections(lines)).isNotEmpty();
  }

  @Test
  void coversEveryServerThatCanBeHad() {
    assertThat(advised().map(Fix.Configuration::software)).containsAll(PROOFREADERS.keySet());
  }

  private static List<String> objections(Fix.Configuration lines) {
    Proofreader proofreader = Objects.requireNonNull(PROOFREADERS.get(lines.software()));
    return RealServers.available(() -> proofreader.objections(lines));
  }

  private static Fix.Configuration lines(String software, String where, String... lines) {
    return new Fix.Configuration(software, where, List.of(lines));
  }
}
