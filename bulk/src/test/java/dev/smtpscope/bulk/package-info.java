@NullMarked
package dev.smtpscope.bulk;

import org.jspecify.annotations.NullMarked;
