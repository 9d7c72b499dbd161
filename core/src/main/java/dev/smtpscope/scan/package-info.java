/** Runs probes side by side within a budget. */
@NullMarked
package dev.smtpscope.scan;

import org.jspecify.annotations.NullMarked;
