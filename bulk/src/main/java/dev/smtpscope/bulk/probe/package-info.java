/** One look at each server, whoever asks how often. */
@NullMarked
package dev.smtpscope.bulk.probe;

import org.jspecify.annotations.NullMarked;
