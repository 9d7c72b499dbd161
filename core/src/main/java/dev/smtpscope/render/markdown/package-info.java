/** Reports as Markdown, for tickets and mail. */
@NullMarked
package dev.smtpscope.render.markdown;

import org.jspecify.annotations.NullMarked;
