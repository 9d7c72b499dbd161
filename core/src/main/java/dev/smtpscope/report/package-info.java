/** Facts with their judgements. */
@NullMarked
package dev.smtpscope.report;

import org.jspecify.annotations.NullMarked;
