package dev.smtpscope.probe.hello;

import dev.smtpscope.probe.hello.HelloOutcome.Accepted;
import dev.smtpscope.probe.hello.HelloOutcome.Excessive;
import java.util.Optional;

/** Puts handshake messages together from records and gathers what they say. */
final class Handshake {
  private static final int HEADER = 4;
  private static final int HELLO_REQUEST = 0;
  private static final int SERVER_HELLO = 2;
  private static final int NEW_SESSION_TICKET = 4;
  private static final int CERTIFICATE = 11;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final int CERTIFICATE_REQUEST = 13;
  private static final int SERVER_HELLO_DONE = 14;
  private static final int CERTIFICATE_STATUS = 22;
  private static final int SUPPLEMENTAL_DATA = 23;

  private final Octets pending = new Octets();
  private Optional<ServerFlight> flight = Optional.empty();

  Optional<ServerFlight> flight() {
    return flight;
  }

  boolean isAmidst() {
    return pending.size() > 0;
  }

  Optional<HelloOutcome> add(byte[] content) throws MalformedException {
    pending.add(content, 0, content.length);
    while (!isDone() && pending.size() >= HEADER) {
      int length = pending.number(1, 3);
      if (length > FlightDecoder.MOST) {
        return Optional.of(new Excessive());
      }
      if (pending.size() < HEADER + length) {
        break;
      }
      int type = pending.at(0);
      pending.take(HEADER);
      message(type, pending.take(length));
    }
    return flight.filter(ServerFlight::done).map(Accepted::new);
  }

  /** An abbreviated handshake: the rest is encrypted. */
  Optional<HelloOutcome> changeCipherSpec() throws MalformedException {
    flight = Optional.of(begun(Records.CHANGE_CIPHER_SPEC).ended());
    return flight.map(Accepted::new);
  }

  private boolean isDone() {
    return flight.filter(ServerFlight::done).isPresent();
  }

  private void message(int type, byte[] body) throws MalformedException {
    try {
      OctetReader in = new OctetReader(body);
      if (type == SERVER_HELLO && flight.isEmpty()) {
        flight = Optional.of(ServerFlight.of(HelloReader.read(in)));
      } else if (type != HELLO_REQUEST) {
        flight = Optional.of(followed(begun(type), type, in));
      }
    } catch (MalformedException e) {
      throw new MalformedException("handshake message " + type + " " + e.why());
    }
  }

  private static ServerFlight followed(ServerFlight flight, int type, OctetReader in)
      throws MalformedException {
    return switch (type) {
      case CERTIFICATE -> flight.withCertificates(MessageReader.certificates(in));
      case SERVER_KEY_EXCHANGE -> flight.with(KeyExchangeReader.read(in, flight.hello()));
      case CERTIFICATE_REQUEST -> flight.with(MessageReader.request(in, flight.version()));
      case CERTIFICATE_STATUS -> flight.withStaple(MessageReader.staple(in));
      case SERVER_HELLO_DONE -> flight.ended();
      case NEW_SESSION_TICKET, SUPPLEMENTAL_DATA -> flight;
      default -> throw new MalformedException("is out of place");
    };
  }

  private ServerFlight begun(int type) throws MalformedException {
    return flight.orElseThrow(
        () -> new MalformedException("is out of place before a ServerHello (" + type + ")"));
  }
}
