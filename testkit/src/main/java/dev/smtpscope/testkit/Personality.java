package dev.smtpscope.testkit;

/** What a {@link ScriptedSmtpServer} is on one connection: a mail server, or a fixed script. */
public sealed interface Personality permits Behaviour, Script {}
