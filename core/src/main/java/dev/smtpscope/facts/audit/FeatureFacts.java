package dev.smtpscope.facts.audit;

/** Whether the server has {@code feature}. */
public record FeatureFacts(Feature feature, Trait trait) {}
