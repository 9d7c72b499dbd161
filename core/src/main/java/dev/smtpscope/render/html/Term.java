package dev.smtpscope.render.html;

import dev.smtpscope.facts.EnhancedCode;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import dev.smtpscope.reference.EnhancedCodes;
import dev.smtpscope.reference.Keywords;
import dev.smtpscope.reference.Ports;
import dev.smtpscope.reference.ReplyCodes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A term that a reference page may explain. */
public sealed interface Term {
  /** A check by its id. */
  record OfCheck(String id) implements Term {}

  /** A reply code. */
  record OfReply(int code) implements Term {}

  /** An enhanced status code. */
  record OfStatus(EnhancedCode code) implements Term {}

  /** An EHLO keyword, as the server wrote it. */
  record OfKeyword(String keyword) implements Term {}

  /** A port. */
  record OfPort(int port) implements Term {}

  /** Whether the reference explains it: a server can say anything. */
  default boolean isKnown() {
    return switch (this) {
      case OfCheck(var id) -> Checks.ALL.stream().map(Check::id).anyMatch(id::equals);
      case OfReply(var code) -> ReplyCodes.find(code).isPresent();
      case OfStatus(var code) -> EnhancedCodes.find(code.toString()).isPresent();
      case OfKeyword(var keyword) ->
          !Keywords.isMasked(keyword) && Keywords.find(keyword).isPresent();
      case OfPort(var port) -> Ports.find(port).isPresent();
    };
  }

  /** The folder of its kind below the reference. */
  default String folder() {
    return switch (this) {
      case OfCheck _ -> "checks";
      case OfReply _ -> "codes";
      case OfStatus _ -> "status";
      case OfKeyword _ -> "capabilities";
      case OfPort _ -> "ports";
    };
  }

  /** Its own name within the folder, encoded for a URL. */
  default String segment() {
    String name =
        switch (this) {
          case OfCheck(var id) -> id;
          case OfReply(var code) -> Integer.toString(code);
          case OfStatus(var code) -> code.toString();
          case OfKeyword(var keyword) -> keyword.toUpperCase(Locale.ROOT);
          case OfPort(var port) -> Integer.toString(port);
        };
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
