/** Scans of many targets, from the list to the folder of results. */
@NullMarked
package dev.smtpscope.bulk.run;

import org.jspecify.annotations.NullMarked;
