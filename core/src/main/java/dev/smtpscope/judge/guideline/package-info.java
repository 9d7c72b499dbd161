/** Guidelines of others on TLS, as data, and how a server stands by them. */
@NullMarked
package dev.smtpscope.judge.guideline;

import org.jspecify.annotations.NullMarked;
