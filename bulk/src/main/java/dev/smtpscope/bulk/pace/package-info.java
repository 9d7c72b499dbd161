/** How fast a scan goes, and whether this machine keeps up with it. */
@NullMarked
package dev.smtpscope.bulk.pace;

import org.jspecify.annotations.NullMarked;
