@NullMarked
package dev.smtpscope.bulk.store;

import org.jspecify.annotations.NullMarked;
