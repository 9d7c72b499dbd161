package dev.smtpscope.web.check;

import dev.smtpscope.target.Target;

/** What is to be checked, understood and in bounds. */
public record CheckRequest(Target target, ScanChoices choices) {}
