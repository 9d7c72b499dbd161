/** Scans of many targets. */
@NullMarked
package dev.smtpscope.bulk;

import org.jspecify.annotations.NullMarked;
