package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a ServerHello or HelloRetryRequest. */
final class HelloReader {
  /** The random that makes a ServerHello a HelloRetryRequest: SHA-256 of that word. */
  private static final Bytes RETRY =
      Bytes.of(
          HexFormat.of()
              .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c"));

  private HelloReader() {}

  static ServerHello read(OctetReader in) throws MalformedException {
    int legacyVersion = in.number(2);
    Bytes random = in.take(32);
    Bytes sessionId = in.vector(1);
    int suite = in.number(2);
    int compression = in.number(1);
    List<Extension> extensions = extensions(in);
    return new ServerHello(
        selectedVersion(extensions).orElse(legacyVersion),
        random,
        sessionId,
        suite,
        compression,
        random.equals(RETRY),
        group(extensions),
        extensions);
  }

  private static List<Extension> extensions(OctetReader in) throws MalformedException {
    List<Extension> extensions = new ArrayList<>();
    if (in.hasMore()) {
      OctetReader list = in.inner(2);
      while (list.hasMore()) {
        extensions.add(new Extension(list.number(2), list.vector(2)));
      }
      in.end();
    }
    return extensions;
  }

  private static OptionalInt selectedVersion(List<Extension> extensions) throws MalformedException {
    Optional<OctetReader> body = body(extensions, Extensions.SUPPORTED_VERSIONS);
    return body.isPresent() ? OptionalInt.of(body.get().number(2)) : OptionalInt.empty();
  }

  /** The group is what comes first, with a share after it or without. */
  private static OptionalInt group(List<Extension> extensions) throws MalformedException {
    Optional<OctetReader> body = body(extensions, Extensions.KEY_SHARE);
    return body.isPresent() ? OptionalInt.of(body.get().number(2)) : OptionalInt.empty();
  }

  private static Optional<OctetReader> body(List<Extension> extensions, int type) {
    return extensions.stream()
        .filter(extension -> extension.type() == type)
        .map(extension -> new OctetReader(extension.body().toArray()))
        .findFirst();
  }
}
