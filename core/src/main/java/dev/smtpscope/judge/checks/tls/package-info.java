/** Checks of TLS sessions and handshakes. */
@NullMarked
package dev.smtpscope.judge.checks.tls;

import org.jspecify.annotations.NullMarked;
