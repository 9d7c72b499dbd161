/** Metrics in the text format of Prometheus: of servers that are probed, and of the service. */
@NullMarked
package dev.smtpscope.web.metrics;

import org.jspecify.annotations.NullMarked;
