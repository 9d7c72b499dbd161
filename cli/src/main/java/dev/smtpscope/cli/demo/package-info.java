/** Mail servers of all kinds on this machine, to see the check at work without a network. */
@NullMarked
package dev.smtpscope.cli.demo;

import org.jspecify.annotations.NullMarked;
