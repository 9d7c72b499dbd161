package dev.smtpscope.probe.audit;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.Evidence;
import dev.smtpscope.probe.dialogue.Dialogue;
import dev.smtpscope.probe.tls.TlsHandshake;
import dev.smtpscope.target.TlsMode;
import java.util.Optional;

/**
 * CVE-2011-0411 and its kin: whether a reply to a harmless command that was sent in plain text, in
 * one piece with STARTTLS, shows up inside TLS. A control without that command tells it from
 * replies that come unasked anyway.
 *
 * @param before sent before STARTTLS, such as {@code NOOP} and a line's end
 * @param after sent after it, such as a line's end and {@code NOOP}
 */
record SmuggledCommand(String before, String after, Offers offers)
    implements ActiveQuestion.Attempt {
  private static final int CLOSING = 221;

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    if (asker.doorway().endpoint().service().tls() == TlsMode.IMPLICIT) {
      return Trait.no("TLS comes first on this port");
    }
    Optional<Boolean> smuggled = repliesInTls(asker, before, after);
    if (smuggled.isEmpty()) {
      return Trait.no("no TLS came of it");
    }
    if (!smuggled.get()) {
      return Trait.no("its reply did not show up inside TLS");
    }
    return repliesInTls(asker, "", "").orElse(true)
        ? Trait.unknown("replies come unasked inside TLS, or the control failed")
        : Trait.yes("its reply came inside TLS");
  }

  /** Whether a reply came inside TLS that was not the one to QUIT; empty without TLS. */
  private Optional<Boolean> repliesInTls(Asker asker, String first, String last)
      throws EndedException {
    Doorway doorway = asker.doorway();
    try (Governor.Turn turn =
        asker.governor().enter(d -> doorway.open(d, first, last), asker.deadline())) {
      TlsOutcome outcome = new TlsHandshake(turn.wire(), offers.sni()).perform(asker.answer());
      return outcome instanceof TlsOutcome.Established
          ? repliedBeside(turn, asker)
          : Optional.empty();
    }
  }

  private static Optional<Boolean> repliedBeside(Governor.Turn turn, Asker asker) {
    Evidence evidence = new Evidence(asker.doorway().endpoint(), ScanListener.NONE);
    Answer answer = new Dialogue(turn.wire(), evidence).command("QUIT", asker.answer());
    boolean early = !evidence.anomalies().isEmpty();
    return answer
        .received()
        .map(reply -> early || (reply.code() != CLOSING && reply.isPositive()))
        .or(() -> early ? Optional.of(true) : Optional.empty());
  }
}
