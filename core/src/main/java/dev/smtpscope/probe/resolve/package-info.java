/** Turns names into addresses. */
@NullMarked
package dev.smtpscope.probe.resolve;

import org.jspecify.annotations.NullMarked;
