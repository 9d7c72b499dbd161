/**
 * The TLS audit: asks one server, over many short connections and as few of them as will do, what
 * it would negotiate.
 */
@NullMarked
package dev.smtpscope.probe.audit;

import org.jspecify.annotations.NullMarked;
