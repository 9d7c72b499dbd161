/** Reports as JSON; the only user of the JSON library. */
@NullMarked
package dev.smtpscope.json;

import org.jspecify.annotations.NullMarked;
