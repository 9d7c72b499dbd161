package dev.smtpscope.facts.audit;

import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsVersion;

/** One scheme that the server may sign handshakes with, in one version. */
public record SignatureFacts(TlsVersion version, SignatureScheme scheme, Trait trait) {}
