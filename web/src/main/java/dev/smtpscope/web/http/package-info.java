/** What holds for every request, whatever it asks for: who may ask, and what is written down. */
@NullMarked
package dev.smtpscope.web.http;

import org.jspecify.annotations.NullMarked;
