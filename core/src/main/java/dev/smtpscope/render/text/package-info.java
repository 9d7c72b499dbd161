/** Reports for a person at a terminal. */
@NullMarked
package dev.smtpscope.render.text;

import org.jspecify.annotations.NullMarked;
