package dev.smtpscope.web.check;

/**
 * A step of a check.
 *
 * @param id from 1, without gaps
 * @param type such as {@code stage-finished}
 * @param json one line
 */
public record CheckEvent(long id, String type, String json) {}
