package dev.smtpscope.web.page;

/**
 * The page about the API.
 *
 * @param origin where a program finds it, such as {@code https://mail.example.org}
 */
record ApiView(String origin, String target) {}
