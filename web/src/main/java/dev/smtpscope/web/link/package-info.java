/** Reports that visitors asked to keep: an embedded database of permanent links. */
@NullMarked
package dev.smtpscope.web.link;

import org.jspecify.annotations.NullMarked;
