/** Checks of a domain's DNS: where its mail goes, and what is published beside. */
@NullMarked
package dev.smtpscope.judge.checks.dns;

import org.jspecify.annotations.NullMarked;
