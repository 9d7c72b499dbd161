/** Certificate paths and names (RFC 5280, 9525). */
@NullMarked
package dev.smtpscope.judge.pki;

import org.jspecify.annotations.NullMarked;
