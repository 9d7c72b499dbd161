package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the messages between ServerHello and ServerHelloDone that depend on no suite. */
final class MessageReader {
  private static final int OCSP = 1;
  private static final int TLS_1_2 = 0x0303;

  private MessageReader() {}

  static List<Bytes> certificates(OctetReader in) throws MalformedException {
    OctetReader list = in.inner(3);
    in.end();
    List<Bytes> certificates = new ArrayList<>();
    while (list.hasMore()) {
      certificates.add(list.vector(3));
    }
    return certificates;
  }

  static Optional<Bytes> staple(OctetReader in) throws MalformedException {
    if (in.number(1) != OCSP) {
      return Optional.empty();
    }
    Bytes response = in.vector(3);
    in.end();
    return Optional.of(response);
  }

  static CertificateRequest request(OctetReader in, int version) throws MalformedException {
    List<Integer> types = in.inner(1).numbers(1);
    List<Integer> schemes = version >= TLS_1_2 ? in.inner(2).numbers(2) : List.of();
    OctetReader authorities = in.inner(2);
    in.end();
    int count = 0;
    for (; authorities.hasMore(); count++) {
      authorities.inner(2);
    }
    return new CertificateRequest(types, schemes, count);
  }
}
