package dev.smtpscope.facts;

import java.time.Duration;

/**
 * When a stage ran.
 *
 * @param start since the endpoint's own beginning
 */
public record StageTime(Stage stage, Duration start, Duration elapsed) {}
