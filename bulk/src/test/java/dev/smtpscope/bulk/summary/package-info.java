@NullMarked
package dev.smtpscope.bulk.summary;

import org.jspecify.annotations.NullMarked;
