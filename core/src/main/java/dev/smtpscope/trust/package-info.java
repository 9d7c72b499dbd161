/** Trust anchors from the JDK's store and from files. */
@NullMarked
package dev.smtpscope.trust;

import org.jspecify.annotations.NullMarked;
