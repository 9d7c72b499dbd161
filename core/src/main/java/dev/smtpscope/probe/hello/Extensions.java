package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The extensions that a client sends, and the numbers of those that servers answer with. */
public final class Extensions {
  public static final int SERVER_NAME = 0;
  public static final int STATUS_REQUEST = 5;
  public static final int SUPPORTED_GROUPS = 10;
  public static final int EC_POINT_FORMATS = 11;
  public static final int SIGNATURE_ALGORITHMS = 13;
  public static final int HEARTBEAT = 15;
  public static final int SIGNED_CERTIFICATE_TIMESTAMP = 18;
  public static final int PADDING = 21;
  public static final int ENCRYPT_THEN_MAC = 22;
  public static final int EXTENDED_MASTER_SECRET = 23;
  public static final int SESSION_TICKET = 35;
  public static final int SUPPORTED_VERSIONS = 43;
  public static final int COOKIE = 44;
  public static final int PSK_KEY_EXCHANGE_MODES = 45;
  public static final int SIGNATURE_ALGORITHMS_CERT = 50;
  public static final int KEY_SHARE = 51;
  public static final int RENEGOTIATION_INFO = 0xFF01;

  private static final int HOST_NAME = 0;
  private static final int OCSP = 1;
  private static final int PEER_ALLOWED_TO_SEND = 1;
  private static final int PSK_WITH_DHE = 1;

  private Extensions() {}

  /** RFC 6066 section 3. */
  public static Extension serverName(String asciiName) {
    byte[] name = asciiName.getBytes(StandardCharsets.US_ASCII);
    return of(
        SERVER_NAME,
        w -> w.vector(2, list -> list.number(1, HOST_NAME).vector(2, host -> host.bytes(name))));
  }

  public static Extension supportedVersions(List<Integer> codes) {
    return of(SUPPORTED_VERSIONS, w -> w.vector(1, v -> v.numbers(2, codes)));
  }

  public static Extension supportedGroups(List<Integer> codes) {
    return of(SUPPORTED_GROUPS, w -> w.vector(2, v -> v.numbers(2, codes)));
  }

  /** Without any share, it makes a TLS 1.3 server name the group it wants in a retry request. */
  public static Extension keyShare(KeyShare... shares) {
    return of(KEY_SHARE, w -> w.vector(2, v -> List.of(shares).forEach(share -> write(v, share))));
  }

  private static void write(OctetWriter to, KeyShare share) {
    to.number(2, share.group()).vector(2, key -> key.bytes(share.key()));
  }

  public static Extension signatureAlgorithms(List<Integer> codes) {
    return of(SIGNATURE_ALGORITHMS, w -> w.vector(2, v -> v.numbers(2, codes)));
  }

  public static Extension signatureAlgorithmsCert(List<Integer> codes) {
    return of(SIGNATURE_ALGORITHMS_CERT, w -> w.vector(2, v -> v.numbers(2, codes)));
  }

  /** All three point formats (RFC 4492 section 5.1.2), for the sake of old servers. */
  public static Extension ecPointFormats() {
    return of(EC_POINT_FORMATS, w -> w.vector(1, v -> v.numbers(1, List.of(0, 1, 2))));
  }

  /** RFC 7627. */
  public static Extension extendedMasterSecret() {
    return new Extension(EXTENDED_MASTER_SECRET, Bytes.of(new byte[0]));
  }

  /** RFC 7366. */
  public static Extension encryptThenMac() {
    return new Extension(ENCRYPT_THEN_MAC, Bytes.of(new byte[0]));
  }

  /** Asks for a ticket (RFC 5077). */
  public static Extension sessionTicket() {
    return sessionTicket(Bytes.of(new byte[0]));
  }

  /** Offers {@code ticket}. */
  public static Extension sessionTicket(Bytes ticket) {
    return new Extension(SESSION_TICKET, ticket);
  }

  /** Of a first handshake (RFC 5746). */
  public static Extension renegotiationInfo() {
    return of(RENEGOTIATION_INFO, w -> w.vector(1, v -> {}));
  }

  /** Asks for a stapled OCSP response (RFC 6066 section 8). */
  public static Extension statusRequest() {
    return of(STATUS_REQUEST, w -> w.number(1, OCSP).vector(2, v -> {}).vector(2, v -> {}));
  }

  /** RFC 6962 section 3.3.1. */
  public static Extension signedCertificateTimestamps() {
    return new Extension(SIGNED_CERTIFICATE_TIMESTAMP, Bytes.of(new byte[0]));
  }

  /** RFC 6520. */
  public static Extension heartbeat() {
    return of(HEARTBEAT, w -> w.number(1, PEER_ALLOWED_TO_SEND));
  }

  /** {@code length} zeros (RFC 7685). */
  public static Extension padding(int length) {
    return new Extension(PADDING, Bytes.of(new byte[length]));
  }

  public static Extension pskKeyExchangeModes() {
    return of(PSK_KEY_EXCHANGE_MODES, w -> w.vector(1, v -> v.number(1, PSK_WITH_DHE)));
  }

  private static Extension of(int type, Consumer<OctetWriter> body) {
    return new Extension(type, Bytes.of(OctetWriter.write(body)));
  }
}
