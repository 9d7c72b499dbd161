/** What to look at: hosts, ports, roles, and how a user writes them down. */
@NullMarked
package dev.smtpscope.target;

import org.jspecify.annotations.NullMarked;
