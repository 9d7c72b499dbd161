package dev.smtpscope.judge;

/** How one check ended on one subject. */
public record CheckResult(String checkId, Subject subject, Judgement judgement) {}
