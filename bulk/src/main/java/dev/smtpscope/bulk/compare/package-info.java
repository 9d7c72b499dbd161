/** What changed between two finished scans. */
@NullMarked
package dev.smtpscope.bulk.compare;

import org.jspecify.annotations.NullMarked;
