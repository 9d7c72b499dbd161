/** Checks targets: scans them side by side and shows their reports in order. */
@NullMarked
package dev.smtpscope.cli.check;

import org.jspecify.annotations.NullMarked;
