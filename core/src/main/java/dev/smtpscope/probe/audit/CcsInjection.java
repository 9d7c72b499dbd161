package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Records;
import java.util.Optional;

/**
 * CVE-2014-0224: ChangeCipherSpec before there are keys. A sound server breaks off at once; one
 * that takes it finds the next record broken.
 */
record CcsInjection(Offers offers) implements ActiveQuestion.Attempt {
  private static final int BAD_RECORD_MAC = 20;
  private static final int DECRYPTION_FAILED = 21;

  @Override
  public Optional<String> needless(Findings known) {
    return known.newestClear().isPresent()
        ? Optional.empty()
        : Optional.of("the server speaks no version before TLSv1.3");
  }

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    return OpenedHandshake.with(asker, offers, known, suite -> true, CcsInjection::on)
        .orElse(OpenedHandshake.NOT_SO_FAR);
  }

  private static Trait on(OpenedHandshake handshake) {
    byte[] early = handshake.record(Records.CHANGE_CIPHER_SPEC, (byte) 1);
    Aftermath first = handshake.after(early);
    return first instanceof Aftermath.Quiet
        ? second(handshake.after(early))
        : Trait.no("early ChangeCipherSpec: " + first.words());
  }

  private static Trait second(Aftermath after) {
    return switch (after) {
      case Aftermath.Alerted(int code) when code == BAD_RECORD_MAC || code == DECRYPTION_FAILED ->
          Trait.yes("the server took an early ChangeCipherSpec: " + after.words());
      case Aftermath.Alerted a -> Trait.no("early ChangeCipherSpec: " + after.words());
      case Aftermath.Ended e -> Trait.no("early ChangeCipherSpec: " + after.words());
      case Aftermath.Spoke s -> Trait.unknown(after.words());
      case Aftermath.Quiet q -> Trait.unknown("the server kept silent");
    };
  }
}
