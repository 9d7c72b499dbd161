/** The command that scans many targets. */
@NullMarked
package dev.smtpscope.cli.scan;

import org.jspecify.annotations.NullMarked;
