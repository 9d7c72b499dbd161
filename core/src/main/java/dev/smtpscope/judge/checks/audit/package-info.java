/** Checks of everything that a server would negotiate. */
@NullMarked
package dev.smtpscope.judge.checks.audit;

import org.jspecify.annotations.NullMarked;
