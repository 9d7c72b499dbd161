package dev.smtpscope.facts.audit;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.CipherSuite;
import java.util.Optional;

/**
 * A group of finite-field Diffie-Hellman that the server sent.
 *
 * @param bits the prime's size
 * @param primeSha256 of the prime's octets, without leading zeros
 * @param name of a prime that many share, such as {@code RFC 7919 ffdhe2048}
 */
public record DhParameters(CipherSuite suite, int bits, Bytes primeSha256, Optional<String> name) {}
