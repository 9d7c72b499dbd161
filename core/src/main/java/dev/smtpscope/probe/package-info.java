/** The only I/O: probes that turn a peer's behaviour into facts. */
@NullMarked
package dev.smtpscope.probe;

import org.jspecify.annotations.NullMarked;
