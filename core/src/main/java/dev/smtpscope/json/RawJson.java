package dev.smtpscope.json;

/** A part of a record that is JSON already, such as a whole report. */
public record RawJson(String text) {}
