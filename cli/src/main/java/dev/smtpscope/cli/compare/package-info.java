/** The command that compares two scans. */
@NullMarked
package dev.smtpscope.cli.compare;

import org.jspecify.annotations.NullMarked;
