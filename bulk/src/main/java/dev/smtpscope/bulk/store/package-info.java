/** Keeps what a scan of many targets has found, so that nothing is lost when it is cut short. */
@NullMarked
package dev.smtpscope.bulk.store;

import org.jspecify.annotations.NullMarked;
