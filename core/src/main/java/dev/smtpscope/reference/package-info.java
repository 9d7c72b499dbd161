/**
 * What the terms of mail transfer mean and what to do about them: reply codes, enhanced status
 * codes, EHLO keywords, SASL mechanisms, TLS alerts, ports and the wording of refusals. Pure
 * look-ups of data that is read on first use; nothing here knows of facts, checks or I/O.
 */
@NullMarked
package dev.smtpscope.reference;

import org.jspecify.annotations.NullMarked;
