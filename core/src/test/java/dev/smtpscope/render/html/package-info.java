@NullMarked
package dev.smtpscope.render.html;

import org.jspecify.annotations.NullMarked;
