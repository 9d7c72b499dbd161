@NullMarked
package dev.smtpscope.bulk.table;

import org.jspecify.annotations.NullMarked;
