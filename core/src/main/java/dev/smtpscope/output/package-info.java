/** The formats by name. */
@NullMarked
package dev.smtpscope.output;

import org.jspecify.annotations.NullMarked;
