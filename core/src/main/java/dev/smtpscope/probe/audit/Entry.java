package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.Reply;
import dev.smtpscope.probe.dialogue.Wire;

/** How the attempt to come before a server's TLS ended. */
sealed interface Entry {
  /** A hello may be sent. */
  record Ready(Wire wire) implements Entry {}

  /** The server refused {@code what}. */
  record Refused(String what, Reply reply) implements Entry {}

  /** It broke off. */
  record Broken(String why) implements Entry {}

  /** Why no hello may be sent, in the server's own words where it had some. */
  default String obstacle() {
    return switch (this) {
      case Ready ready -> "";
      case Refused(String what, Reply reply) -> what + " was answered: " + reply.line();
      case Broken(String why) -> why;
    };
  }
}
