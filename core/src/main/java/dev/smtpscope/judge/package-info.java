/** What the facts mean: pure functions of facts and a ruleset. */
@NullMarked
package dev.smtpscope.judge;

import org.jspecify.annotations.NullMarked;
