/** The command line. */
@NullMarked
package dev.smtpscope.cli;

import org.jspecify.annotations.NullMarked;
