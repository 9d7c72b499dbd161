@NullMarked
package dev.smtpscope.json;

import org.jspecify.annotations.NullMarked;
