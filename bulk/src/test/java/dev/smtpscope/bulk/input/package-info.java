@NullMarked
package dev.smtpscope.bulk.input;

import org.jspecify.annotations.NullMarked;
