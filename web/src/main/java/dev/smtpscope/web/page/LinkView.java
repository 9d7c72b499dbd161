package dev.smtpscope.web.page;

import java.util.Optional;

/**
 * A permanent link for whoever made it.
 *
 * @param url of the report
 * @param deleteUrl told once
 * @param expires such as {@code 21 December 2026}
 */
record LinkView(String host, String path, String url, Optional<String> deleteUrl, String expires) {}
