/**
 * What the numbers of TLS mean: IANA's registries as data, and what follows from the names. Pure
 * look-ups of data that is read on first use; known to probes and judgement alike.
 */
@NullMarked
package dev.smtpscope.reference.tls;

import org.jspecify.annotations.NullMarked;
