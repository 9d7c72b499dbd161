package dev.smtpscope.web.page;

import dev.smtpscope.web.check.Client;

/**
 * Who asks for a page.
 *
 * @param client as far as limits tell clients apart
 * @param origin what stands before the path in links to us, such as {@code https://example.org}
 */
public record Visitor(Client client, String origin) {}
