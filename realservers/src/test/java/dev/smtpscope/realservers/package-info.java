/** Tests against real mail servers. */
@NullMarked
package dev.smtpscope.realservers;

import org.jspecify.annotations.NullMarked;
