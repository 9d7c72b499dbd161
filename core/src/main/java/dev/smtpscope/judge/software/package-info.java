/** Which server software it is, told from what it says. */
@NullMarked
package dev.smtpscope.judge.software;

import org.jspecify.annotations.NullMarked;
