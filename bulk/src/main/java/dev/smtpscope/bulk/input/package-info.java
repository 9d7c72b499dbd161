/** Reads the targets of a scan: lines or CSV, plain or compressed, of any size. */
@NullMarked
package dev.smtpscope.bulk.input;

import org.jspecify.annotations.NullMarked;
