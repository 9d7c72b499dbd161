package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A ClientHello of SSLv3 to TLS 1.3 (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2). Any number
 * may be offered, whether registered or not.
 *
 * @param recordVersion of the record layer
 * @param version the highest one offered; 0x0303 for TLS 1.3, which an extension offers
 * @param random 32 octets
 * @param sessionId at most 32 octets
 * @param suites at most 32767 codes
 * @param compressions 0 for none, 1 for DEFLATE
 * @param extensions in the order they are sent; where there are none, the field is left out
 */
public record ClientHello(
    int recordVersion,
    int version,
    Bytes random,
    Bytes sessionId,
    List<Integer> suites,
    List<Integer> compressions,
    List<Extension> extensions) {
  private static final int CLIENT_HELLO = 1;
  private static final int TLS_1_0 = 0x0301;

  public ClientHello {
    suites = List.copyOf(suites);
    compressions = List.copyOf(compressions);
    extensions = List.copyOf(extensions);
  }

  /** A hello with a fresh random, no session, no compression and no extensions. */
  public static ClientHello of(int version, List<Integer> suites) {
    return new ClientHello(
        Math.min(version, TLS_1_0),
        version,
        random(32),
        Bytes.of(new byte[0]),
        suites,
        List.of(0),
        List.of());
  }

  /** Octets that merely differ each time: nothing secret rests on them. */
  static Bytes random(int length) {
    byte[] bytes = new byte[length];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Bytes.of(bytes);
  }

  public ClientHello withRecordVersion(int newVersion) {
    return new ClientHello(
        newVersion, version, random, sessionId, suites, compressions, extensions);
  }

  public ClientHello withRandom(Bytes newRandom) {
    return new ClientHello(
        recordVersion, version, newRandom, sessionId, suites, compressions, extensions);
  }

  public ClientHello withSessionId(Bytes newId) {
    return new ClientHello(recordVersion, version, random, newId, suites, compressions, extensions);
  }

  public ClientHello withSuites(List<Integer> newSuites) {
    return new ClientHello(
        recordVersion, version, random, sessionId, newSuites, compressions, extensions);
  }

  public ClientHello withCompressions(Integer... newCompressions) {
    return new ClientHello(
        recordVersion, version, random, sessionId, suites, List.of(newCompressions), extensions);
  }

  /** These extensions in place of all there are. */
  public ClientHello withExtensions(List<Extension> newExtensions) {
    return new ClientHello(
        recordVersion, version, random, sessionId, suites, compressions, newExtensions);
  }

  /** With {@code extension}, in place of one of the same type where there is one. */
  public ClientHello with(Extension extension) {
    return hasType(extension.type())
        ? withExtensions(
            extensions.stream()
                .map(there -> there.type() == extension.type() ? extension : there)
                .toList())
        : withExtensions(Stream.concat(extensions.stream(), Stream.of(extension)).toList());
  }

  /** Without the extension of {@code type}. */
  public ClientHello without(int type) {
    return withExtensions(extensions.stream().filter(there -> there.type() != type).toList());
  }

  private boolean hasType(int type) {
    return extensions.stream().anyMatch(there -> there.type() == type);
  }

  /**
   * The records to send.
   *
   * @throws IllegalArgumentException when a part does not fit into its field
   */
  public byte[] encode() {
    return encode(Records.LONGEST);
  }

  /** The same in records of at most {@code longest} octets, 1 to 16384. */
  public byte[] encode(int longest) {
    byte[] message = OctetWriter.write(w -> w.number(1, CLIENT_HELLO).vector(3, this::writeBody));
    return Records.encode(Records.HANDSHAKE, recordVersion, message, longest);
  }

  private void writeBody(OctetWriter to) {
    to.number(2, version)
        .bytes(random)
        .vector(1, v -> v.bytes(sessionId))
        .vector(2, v -> v.numbers(2, suites))
        .vector(1, v -> v.numbers(1, compressions));
    if (!extensions.isEmpty()) {
      to.vector(2, v -> extensions.forEach(extension -> write(v, extension)));
    }
  }

  private static void write(OctetWriter to, Extension extension) {
    to.number(2, extension.type()).vector(2, v -> v.bytes(extension.body()));
  }
}
