package dev.smtpscope.testkit;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the key that goes with it. */
public record Identity(X509Certificate certificate, PrivateKey key) {}
