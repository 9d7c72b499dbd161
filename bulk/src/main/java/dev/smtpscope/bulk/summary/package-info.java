/** What many targets come to together: counted while rows stream by, shown as page, text, JSON. */
@NullMarked
package dev.smtpscope.bulk.summary;

import org.jspecify.annotations.NullMarked;
