/** Signatures, verified as cheaply as the machine can, for all rooms. */
@NullMarked
package dev.smtpscope.crypto;

import org.jspecify.annotations.NullMarked;
