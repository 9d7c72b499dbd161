/** The HTTP API under {@code /api}. */
@NullMarked
package dev.smtpscope.web.api;

import org.jspecify.annotations.NullMarked;
