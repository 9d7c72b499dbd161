/** What a TLS audit found: everything the server would negotiate, as far as it was asked. */
@NullMarked
package dev.smtpscope.facts.audit;

import org.jspecify.annotations.NullMarked;
