/** What the user may say on the command line, read into the types of the core. */
@NullMarked
package dev.smtpscope.cli.option;

import org.jspecify.annotations.NullMarked;
