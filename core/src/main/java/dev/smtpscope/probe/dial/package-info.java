/** Opens TCP connections. */
@NullMarked
package dev.smtpscope.probe.dial;

import org.jspecify.annotations.NullMarked;
