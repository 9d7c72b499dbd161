/** Tests SMTP servers: what was seen, what it means, how it reads. */
@NullMarked
package dev.smtpscope;

import org.jspecify.annotations.NullMarked;
