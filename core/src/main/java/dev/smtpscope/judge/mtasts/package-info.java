/** The MTA-STS record and policy of a domain (RFC 8461). */
@NullMarked
package dev.smtpscope.judge.mtasts;

import org.jspecify.annotations.NullMarked;
