/** Checks of the certificates that a server sends. */
@NullMarked
package dev.smtpscope.judge.checks.certificate;

import org.jspecify.annotations.NullMarked;
