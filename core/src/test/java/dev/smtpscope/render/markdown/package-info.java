@NullMarked
package dev.smtpscope.render.markdown;

import org.jspecify.annotations.NullMarked;
