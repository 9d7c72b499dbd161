/**
 * An SMTP server for tests that says what it is told to and misbehaves on demand, a certificate
 * authority for it, and a proxy that puts distance between it and its clients.
 *
 * <pre>{@code
 * TestCa ca = TestCa.at(Instant.parse("2026-06-01T00:00:00Z"));
 * Behaviour postfix = Behaviours.postfix("mx.example.net").tls(ServerTls.of(ca.chain("mx.example.net")));
 * try (ScriptedSmtpServer server = ScriptedSmtpServer.start(postfix.fault(new Fault.BareLf(At.EHLO)))) {
 *   talkTo(server.address(), server.port());
 *   Conversation seen = server.awaitConversation(Duration.ofSeconds(5));
 * }
 * }</pre>
 */
@NullMarked
package dev.smtpscope.testkit;

import org.jspecify.annotations.NullMarked;
