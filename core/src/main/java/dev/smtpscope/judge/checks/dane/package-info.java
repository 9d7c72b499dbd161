/** Checks of DANE: TLSA records and the certificates they are for. */
@NullMarked
package dev.smtpscope.judge.checks.dane;

import org.jspecify.annotations.NullMarked;
