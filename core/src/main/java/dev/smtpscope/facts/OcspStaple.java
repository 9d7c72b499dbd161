package dev.smtpscope.facts;

import java.time.Instant;
import java.util.Optional;

/**
 * An OCSP response that came with the handshake (RFC 6066 section 8, RFC 8446 section 4.4.2.1).
 *
 * @param der as sent
 */
public record OcspStaple(Bytes der, Content content) {
  /** What was found in it. */
  public sealed interface Content {
    /** It is no OCSP response with a basic answer. */
    record Unreadable() implements Content {}

    /**
     * The responder gave no answer (RFC 6960 section 4.2.1).
     *
     * @param status such as {@code tryLater}
     */
    record Unsuccessful(String status) implements Content {}

    /**
     * The answer about the server's certificate, or the first one where none is about it.
     *
     * @param aboutLeaf whether serial number and issuer are those of the server's certificate
     * @param nextUpdate when it is outdated; empty when newer answers are always at hand
     * @param responder its name, or its key's SHA-1 hash in hex after the word {@code key}
     */
    record Answered(
        boolean aboutLeaf,
        Status status,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        Instant producedAt,
        String responder,
        Signature signature)
        implements Content {}
  }

  /** What the answer says of the certificate. */
  public sealed interface Status {
    /** Not revoked. */
    record Good() implements Status {}

    /**
     * Revoked.
     *
     * @param reason a name of RFC 5280 section 5.3.1
     */
    record Revoked(Instant at, Optional<String> reason) implements Status {}

    /** The responder does not know the certificate. */
    record Unknown() implements Status {}
  }

  /** Whether the issuer, or a responder the issuer authorised, signed the response. */
  public enum Signature {
    VALID,
    INVALID,
    /** The issuer's certificate was not sent, or the algorithm is not known here. */
    UNCHECKED
  }

  /** The answer, where it is one. */
  public Optional<Content.Answered> answer() {
    return content instanceof Content.Answered answered ? Optional.of(answered) : Optional.empty();
  }
}
