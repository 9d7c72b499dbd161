/** Reports as HTML: a self-contained file, or a fragment for pages of a web site. */
@NullMarked
package dev.smtpscope.render.html;

import org.jspecify.annotations.NullMarked;
