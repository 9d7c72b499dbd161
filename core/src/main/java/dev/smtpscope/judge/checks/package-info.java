/** One short class per check. */
@NullMarked
package dev.smtpscope.judge.checks;

import org.jspecify.annotations.NullMarked;
