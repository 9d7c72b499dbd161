/** Shows how far running scans are. */
@NullMarked
package dev.smtpscope.cli.progress;

import org.jspecify.annotations.NullMarked;
