/** How a report reads, one renderer a format. */
@NullMarked
package dev.smtpscope.render;

import org.jspecify.annotations.NullMarked;
