/** The SMTP dialogue: a pure reply parser and what drives it. */
@NullMarked
package dev.smtpscope.probe.dialogue;

import org.jspecify.annotations.NullMarked;
