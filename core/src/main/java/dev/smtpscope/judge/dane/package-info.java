/** DANE for mail servers: what TLSA records are worth and what they match (RFC 7671, 7672). */
@NullMarked
package dev.smtpscope.judge.dane;

import org.jspecify.annotations.NullMarked;
