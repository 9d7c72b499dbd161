/** What a TLS audit comes to: classes of suites, and the attacks that follow from facts. */
@NullMarked
package dev.smtpscope.judge.audit;

import org.jspecify.annotations.NullMarked;
