/** Rules about servers, each held from the scripted server to the report. */
@NullMarked
package dev.smtpscope.pitfalls;

import org.jspecify.annotations.NullMarked;
