/** A report cut into headings, tables and findings, the same for every format people read. */
@NullMarked
package dev.smtpscope.render.outline;

import org.jspecify.annotations.NullMarked;
