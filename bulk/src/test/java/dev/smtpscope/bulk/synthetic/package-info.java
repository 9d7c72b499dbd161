/**
 * An internet of mail domains that does not exist: servers on thousands of loopback addresses and
 * the DNS that leads to them, all drawn from a seed, to measure and to break scans against.
 */
@NullMarked
package dev.smtpscope.bulk.synthetic;

import org.jspecify.annotations.NullMarked;
