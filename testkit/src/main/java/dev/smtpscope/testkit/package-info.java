/** A scripted SMTP server, faults and certificates for tests. */
@NullMarked
package dev.smtpscope.testkit;

import org.jspecify.annotations.NullMarked;
