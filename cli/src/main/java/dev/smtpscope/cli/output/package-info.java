/** Writes reports to where the user wants them. */
@NullMarked
package dev.smtpscope.cli.output;

import org.jspecify.annotations.NullMarked;
