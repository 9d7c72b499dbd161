@NullMarked
package dev.smtpscope.bulk.row;

import org.jspecify.annotations.NullMarked;
