/** What the reference pages show: the terms of core's reference and the pages about the checks. */
@NullMarked
package dev.smtpscope.web.reference;

import org.jspecify.annotations.NullMarked;
