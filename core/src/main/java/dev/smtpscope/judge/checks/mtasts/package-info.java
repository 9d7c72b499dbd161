/** Checks of MTA-STS and TLS reporting (RFC 8461, RFC 8460). */
@NullMarked
package dev.smtpscope.judge.checks.mtasts;

import org.jspecify.annotations.NullMarked;
