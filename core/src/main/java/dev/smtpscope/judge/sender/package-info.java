/** What senders of each kind would do with mail for a domain. */
@NullMarked
package dev.smtpscope.judge.sender;

import org.jspecify.annotations.NullMarked;
