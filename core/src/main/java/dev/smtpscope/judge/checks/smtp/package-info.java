/** Checks of the SMTP conversation: reachability, greeting, EHLO, STARTTLS, AUTH. */
@NullMarked
package dev.smtpscope.judge.checks.smtp;

import org.jspecify.annotations.NullMarked;
