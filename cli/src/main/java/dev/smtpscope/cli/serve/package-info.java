/** The web tester as a command. */
@NullMarked
package dev.smtpscope.cli.serve;

import org.jspecify.annotations.NullMarked;
