package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Records;
import java.util.Optional;

/**
 * CVE-2014-0160: a heartbeat that claims 16 octets more than it has. A sound server keeps silent
 * (RFC 6520 section 4). What one that is not sends is not read.
 */
record Heartbleed(Offers offers) implements ActiveQuestion.Attempt {
  @Override
  public Optional<String> needless(Findings known) {
    return known.feature(Feature.HEARTBEAT).isYes()
        ? Optional.empty()
        : Optional.of("the server does not have the heartbeat extension");
  }

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    return OpenedHandshake.with(asker, offers, known, suite -> true, Heartbleed::on)
        .orElse(OpenedHandshake.NOT_SO_FAR);
  }

  private static Trait on(OpenedHandshake handshake) {
    Aftermath after =
        handshake.after(handshake.record(Records.HEARTBEAT, (byte) 1, (byte) 0, (byte) 16));
    return switch (after) {
      case Aftermath.Spoke(int type) when type == Records.HEARTBEAT ->
          Trait.yes("a heartbeat of three octets that claimed 16 more was answered");
      case Aftermath.Spoke s -> Trait.unknown(after.words());
      case Aftermath.Alerted a -> Trait.no(after.words());
      case Aftermath.Ended e -> Trait.no(after.words());
      case Aftermath.Quiet q -> Trait.no("a false heartbeat was not answered");
    };
  }
}
