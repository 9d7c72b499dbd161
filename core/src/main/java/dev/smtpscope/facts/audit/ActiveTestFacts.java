package dev.smtpscope.facts.audit;

/** What came of {@code test}: {@link Support#YES} where the server has the weakness. */
public record ActiveTestFacts(ActiveTest test, Trait trait) {}
