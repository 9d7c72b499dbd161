/** What is being seen while a scan runs. */
@NullMarked
package dev.smtpscope.event;

import org.jspecify.annotations.NullMarked;
