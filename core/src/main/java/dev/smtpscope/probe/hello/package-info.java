/**
 * TLS and SSLv2 hellos as bytes, and what servers answer to them, as far as it comes in the clear.
 * Pure: no cryptography, no I/O. So it can offer what no library will.
 */
@NullMarked
package dev.smtpscope.probe.hello;

import org.jspecify.annotations.NullMarked;
