/** TLS handshakes that record instead of judging. */
@NullMarked
package dev.smtpscope.probe.tls;

import org.jspecify.annotations.NullMarked;
