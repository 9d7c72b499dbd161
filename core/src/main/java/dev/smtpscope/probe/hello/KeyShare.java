package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;

/** A public key for {@code group} (RFC 8446 section 4.2.8). */
public record KeyShare(int group, Bytes key) {}
