/** What was seen. Records, enums and sealed outcomes only; no judgement and no I/O. */
@NullMarked
package dev.smtpscope.facts;

import org.jspecify.annotations.NullMarked;
