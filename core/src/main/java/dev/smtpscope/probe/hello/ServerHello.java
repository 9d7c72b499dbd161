package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A ServerHello or HelloRetryRequest (RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3 and 4.1.4).
 *
 * @param version the one chosen, be it by the extension of TLS 1.3 or by the field
 * @param suite the code of the one chosen
 * @param compression 0 for none
 * @param retry whether it asks for another hello, with a share for {@code group}
 * @param group of TLS 1.3's key exchange, when the server named one
 */
public record ServerHello(
    int version,
    Bytes random,
    Bytes sessionId,
    int suite,
    int compression,
    boolean retry,
    OptionalInt group,
    List<Extension> extensions) {
  public ServerHello {
    extensions = List.copyOf(extensions);
  }

  /** The body of the extension of {@code type}. */
  public Optional<Bytes> extension(int type) {
    return extensions.stream().filter(e -> e.type() == type).map(Extension::body).findFirst();
  }

  /** Whether all that follows is encrypted. */
  boolean endsFlight() {
    return version > 0x0303;
  }
}
