/** Asks the DNS and validates what it says; the only user of the DNS library. */
@NullMarked
package dev.smtpscope.probe.dns;

import org.jspecify.annotations.NullMarked;
