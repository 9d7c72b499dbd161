/** The pages that people see: home, live view, report, permanent links, reference, API. */
@NullMarked
package dev.smtpscope.web.page;

import org.jspecify.annotations.NullMarked;
