package dev.smtpscope.judge.sender;

import java.util.Optional;

/**
 * What becomes of the mail of one kind of sender.
 *
 * @param failure what the sender would report to the domain (RFC 8460 section 4.3), even where it
 *     delivers all the same
 * @param reason in words
 */
public record Prediction(
    Sender sender, Delivery delivery, Optional<ResultType> failure, String reason) {}
