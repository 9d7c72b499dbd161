package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.probe.hello.HelloOutcome.Ssl2Accepted;
import dev.smtpscope.probe.hello.HelloOutcome.Ssl2Refused;
import java.util.List;
import java.util.Optional;

/** SERVER-HELLO and ERROR of SSLv2. */
final class Ssl2Answer {
  private static final int HEADER = 2;
  private static final int ERROR = 0;
  private static final int SERVER_HELLO = 4;
  private static final int VERSION = 0x0002;

  private Ssl2Answer() {}

  /** Whether what came is such an answer, or may become one. */
  static boolean mayBegin(Octets octets) {
    return octets.at(0) >= 0x80
        && (octets.size() <= HEADER
            || octets.at(HEADER) == SERVER_HELLO
            || (octets.at(HEADER) == ERROR && length(octets) == 3));
  }

  /** The outcome, once the whole record is there. */
  static Optional<HelloOutcome> read(Octets octets) throws MalformedException {
    if (octets.size() <= HEADER || octets.size() < HEADER + length(octets)) {
      return Optional.empty();
    }
    int length = length(octets);
    octets.take(HEADER);
    return Optional.of(read(new OctetReader(octets.take(length))));
  }

  private static int length(Octets octets) {
    return octets.number(0, 2) & 0x7FFF;
  }

  private static HelloOutcome read(OctetReader in) throws MalformedException {
    return in.number(1) == ERROR ? new Ssl2Refused(in.number(2)) : hello(in);
  }

  private static Ssl2Accepted hello(OctetReader in) throws MalformedException {
    in.take(2);
    if (in.number(2) != VERSION) {
      throw new MalformedException("an SSLv2 hello of another version");
    }
    int certificate = in.number(2);
    int suites = in.number(2);
    int connectionId = in.number(2);
    Bytes der = in.take(certificate);
    List<Integer> kinds = in.slice(suites).numbers(3);
    in.take(connectionId);
    in.end();
    return new Ssl2Accepted(kinds, der);
  }
}
