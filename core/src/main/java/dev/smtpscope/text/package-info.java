/** Bytes of a peer made visible, harmless and reversible. */
@NullMarked
package dev.smtpscope.text;

import org.jspecify.annotations.NullMarked;
