/** Explains codes, keywords, alerts, ports and checks. */
@NullMarked
package dev.smtpscope.cli.explain;

import org.jspecify.annotations.NullMarked;
