/** Fetches MTA-STS policies. */
@NullMarked
package dev.smtpscope.probe.policy;

import org.jspecify.annotations.NullMarked;
