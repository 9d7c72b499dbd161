package dev.smtpscope.web.reference;

/**
 * The page about a check.
 *
 * @param title the question it asks
 * @param html the rest, as safe HTML
 */
public record CheckPage(String id, String title, String html) {}
