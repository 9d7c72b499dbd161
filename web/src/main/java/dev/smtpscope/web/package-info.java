/** The web page and the HTTP API. */
@NullMarked
package dev.smtpscope.web;

import org.jspecify.annotations.NullMarked;
