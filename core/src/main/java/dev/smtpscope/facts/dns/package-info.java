/** What the DNS said: questions, records, how each answer was validated. */
@NullMarked
package dev.smtpscope.facts.dns;

import org.jspecify.annotations.NullMarked;
