@NullMarked
package dev.smtpscope.render;

import org.jspecify.annotations.NullMarked;
