/** Checks as they are asked for, wait, run and are kept for a while. */
@NullMarked
package dev.smtpscope.web.check;

import org.jspecify.annotations.NullMarked;
