package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.BulkCipher;
import dev.smtpscope.reference.tls.CipherSuites;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether a server with an order of its own gives way to a client that puts ChaCha20 first, as one
 * without hardware for AES does.
 *
 * @param hello makes the hello of suites
 */
record ChachaTrial(TlsVersion version, Function<List<Integer>, ClientHello> hello) {
  private static final int ENOUGH = 100;

  Preference settle(Asker asker, Preference preference, List<Integer> accepted)
      throws EndedException {
    List<Integer> chacha = accepted.stream().filter(ChachaTrial::isChacha).toList();
    boolean open =
        preference == Preference.SERVER && !chacha.isEmpty() && !isChacha(accepted.getFirst());
    if (!open) {
      return preference;
    }
    List<Integer> offered =
        Stream.concat(chacha.stream(), accepted.stream().limit(ENOUGH)).distinct().toList();
    HelloOutcome outcome = asker.ask(hello.apply(offered));
    return Outcomes.accepted(outcome, version)
            .map(ServerFlight::suite)
            .filter(ChachaTrial::isChacha)
            .isPresent()
        ? Preference.SERVER_UNLESS_CHACHA
        : preference;
  }

  private static boolean isChacha(int code) {
    return CipherSuites.find(code)
        .filter(suite -> suite.cipher() == BulkCipher.CHACHA20)
        .isPresent();
  }
}
