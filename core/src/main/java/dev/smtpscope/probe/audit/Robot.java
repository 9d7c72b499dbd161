package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Records;
import dev.smtpscope.probe.tls.RsaMessages;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.Exchange;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bleichenbacher's oracle (ROBOT): whether the server answers wrongly padded premaster secrets in
 * different ways. What differs once has to differ in the same way again.
 */
record Robot(Offers offers) implements ActiveQuestion.Attempt {
  private static final byte[] FINISHED = new byte[48];

  private static boolean isRsa(int code) {
    return CipherSuites.find(code)
        .filter(suite -> suite.exchange() == Exchange.RSA && !suite.export())
        .isPresent();
  }

  @Override
  public Optional<String> needless(Findings known) {
    return known.newestClear().map(known::accepted).stream()
            .flatMap(List::stream)
            .anyMatch(Robot::isRsa)
        ? Optional.empty()
        : Optional.of("the server accepts no suite with RSA key exchange");
  }

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    List<Aftermath> first = all(asker, known);
    if (first.isEmpty()) {
      return OpenedHandshake.NOT_SO_FAR;
    }
    if (first.stream().distinct().count() == 1) {
      return Trait.no("five paddings were all answered by: " + first.getFirst().words());
    }
    return all(asker, known).equals(first)
        ? Trait.yes("paddings were answered in different ways: " + words(first))
        : Trait.unknown("paddings were answered in changing ways: " + words(first));
  }

  private static String words(List<Aftermath> seen) {
    return String.join(", ", seen.stream().map(Aftermath::words).distinct().toList());
  }

  /** The answers to all paddings; none when a handshake did not get so far. */
  private List<Aftermath> all(Asker asker, Findings known) throws EndedException {
    List<Aftermath> seen = new ArrayList<>();
    for (RsaMessages.Padding padding : RsaMessages.Padding.values()) {
      Optional<Aftermath> after =
          OpenedHandshake.with(
                  asker,
                  offers,
                  known,
                  Robot::isRsa,
                  handshake -> message(handshake, padding).map(handshake::after))
              .flatMap(answer -> answer);
      if (after.isEmpty()) {
        return List.of();
      }
      seen.add(after.get());
    }
    return seen;
  }

  private static Optional<byte[]> message(OpenedHandshake handshake, RsaMessages.Padding padding) {
    return handshake.flight().certificates().stream()
        .findFirst()
        .flatMap(leaf -> RsaMessages.keyExchange(leaf.toArray(), padding))
        .map(exchange -> {
          ByteArrayOutputStream all = new ByteArrayOutputStream();
          all.writeBytes(handshake.record(Records.HANDSHAKE, exchange));
          all.writeBytes(handshake.record(Records.CHANGE_CIPHER_SPEC, (byte) 1));
          all.writeBytes(handshake.record(Records.HANDSHAKE, FINISHED));
          return all.toByteArray();
        });
  }
}
