/** A DNS resolver that does as it is told, good or bad. */
@NullMarked
package dev.smtpscope.testkit.dns;

import org.jspecify.annotations.NullMarked;
