/** What a scan was made with, so that it can be made again. */
@NullMarked
package dev.smtpscope.bulk.manifest;

import org.jspecify.annotations.NullMarked;
