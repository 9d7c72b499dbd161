/** How much a scan asks of the servers of others, and whom it leaves alone. */
@NullMarked
package dev.smtpscope.bulk.polite;

import org.jspecify.annotations.NullMarked;
