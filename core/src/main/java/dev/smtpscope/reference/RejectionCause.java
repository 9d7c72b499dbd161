package dev.smtpscope.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a server refused something, as far as its reply tells. */
public enum RejectionCause implements Entry {
  /** The server misuses a block list and refuses everybody. */
  BLOCK_LIST_MISUSE,
  /** The client's address belongs to a range of end users. */
  DYNAMIC_ADDRESS,
  /** The client's address has no sound reverse DNS. */
  REVERSE_DNS,
  /** The client is on a block list. */
  BLOCK_LIST,
  /** The client is to come back later. */
  GREYLISTING,
  /** A limit on connections is reached. */
  TOO_MANY_CONNECTIONS,
  /** The client is too fast. */
  RATE_LIMIT,
  /** The client broke the protocol. */
  EARLY_TALKER,
  /** The client made too many errors. */
  TOO_MANY_ERRORS,
  /** The server waited too long for the client. */
  IDLE_TIMEOUT,
  /** TLS has to come first. */
  TLS_REQUIRED,
  /** STARTTLS cannot be used at present. */
  TLS_UNAVAILABLE,
  /** The credentials were not accepted. */
  AUTHENTICATION_FAILED,
  /** A log-in has to come first. */
  AUTHENTICATION_REQUIRED,
  /** The server does not relay for this client. */
  RELAY_DENIED,
  /** SPF, DKIM or DMARC did not pass. */
  SENDER_AUTHENTICATION,
  /** The EHLO name was not accepted. */
  HELO_REJECTED,
  /** The sender's address was not accepted. */
  SENDER_REJECTED,
  /** There is no such mailbox. */
  RECIPIENT_UNKNOWN,
  /** The mailbox has no room. */
  MAILBOX_FULL,
  /** The message is too large. */
  MESSAGE_SIZE,
  /** Too many recipients at once. */
  TOO_MANY_RECIPIENTS,
  /** The server has no disk space. */
  STORAGE_FULL,
  /** The server is overloaded. */
  SERVER_BUSY,
  /** The host takes no mail from anybody. */
  NOT_ACCEPTING,
  /** The server is being stopped or maintained. */
  MAINTENANCE,
  /** The client's address or domain is distrusted. */
  REPUTATION,
  /** The message was taken for spam or malware. */
  CONTENT_REJECTED,
  /** The server has a problem of its own. */
  SERVER_ERROR,
  /** Some rule of the server refuses. */
  POLICY;

  @Override
  public String kind() {
    return "Cause of a refusal";
  }

  /** Its name in lower case with dashes, such as {@code rate-limit}. */
  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Prose prose() {
    return Prose.of(block());
  }

  /**
   * Whether another client, from another address or at another time, may well be served: the
   * refusal says little about the server itself.
   */
  public boolean concernsClient() {
    return switch (this) {
      case DYNAMIC_ADDRESS,
          REVERSE_DNS,
          BLOCK_LIST,
          GREYLISTING,
          TOO_MANY_CONNECTIONS,
          RATE_LIMIT,
          EARLY_TALKER,
          TOO_MANY_ERRORS,
          SENDER_AUTHENTICATION,
          HELO_REJECTED,
          SENDER_REJECTED,
          REPUTATION,
          POLICY ->
          true;
      case BLOCK_LIST_MISUSE,
          IDLE_TIMEOUT,
          TLS_REQUIRED,
          TLS_UNAVAILABLE,
          AUTHENTICATION_FAILED,
          AUTHENTICATION_REQUIRED,
          RELAY_DENIED,
          RECIPIENT_UNKNOWN,
          MAILBOX_FULL,
          MESSAGE_SIZE,
          TOO_MANY_RECIPIENTS,
          STORAGE_FULL,
          SERVER_BUSY,
          NOT_ACCEPTING,
          MAINTENANCE,
          CONTENT_REJECTED,
          SERVER_ERROR ->
          false;
    };
  }

  /**
   * The cause of a key such as {@code rate-limit}; blanks count as dashes, case does not matter.
   */
  public static Optional<RejectionCause> find(String key) {
    String wanted = key.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return Stream.of(values()).filter(cause -> cause.key().equals(wanted)).findFirst();
  }

  /** The same as {@link ReplyWording#of}, for callers who need no evidence. */
  public static Optional<RejectionCause> of(int code, Optional<String> enhanced, String text) {
    return ReplyWording.of(code, enhanced, text).map(ReplyWording::cause);
  }

  List<String> words() {
    return block().all("word");
  }

  private Block block() {
    Block block = Lazy.BLOCKS.get(key());
    if (block == null) {
      throw new IllegalStateException("no text for " + key());
    }
    return block;
  }

  private static final class Lazy {
    static final Map<String, Block> BLOCKS = new HashMap<>();

    static {
      for (Block block : Block.load("rejection-causes.txt")) {
        BLOCKS.put(block.key(), block);
      }
    }
  }
}
