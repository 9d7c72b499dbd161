package dev.smtpscope.probe.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * One message that a resolver is asked for.
 *
 * @param type the number of a record type
 */
record Query(Name name, int type, Mode mode) {
  /** Answers that fit in a datagram which no network has to fragment. */
  private static final int PAYLOAD = 1232;

  /** Who validates. */
  enum Mode {
    /** We do: all signatures, and unchecked (RFC 4035 section 4.9.2). */
    HERE,
    /** The resolver does: its AD bit is wanted (RFC 6840 section 5.7). */
    RESOLVER
  }

  static Query here(Name name, int type) {
    return new Query(name, type, Mode.HERE);
  }

  Query byResolver() {
    return new Query(name, type, Mode.RESOLVER);
  }

  Record question() {
    return Record.newRecord(name, type, DClass.IN);
  }

  byte[] toWire(int id) {
    Message message = plain(id);
    int flags = mode == Mode.HERE ? ExtendedFlags.DO : 0;
    message.addRecord(new OPTRecord(PAYLOAD, 0, 0, flags), Section.ADDITIONAL);
    return message.toWire();
  }

  /** For resolvers that do not know EDNS. */
  byte[] toWireWithoutEdns(int id) {
    return plain(id).toWire();
  }

  private Message plain(int id) {
    Message message = new Message(id);
    Header header = message.getHeader();
    header.setFlag(Flags.RD);
    header.setFlag(mode == Mode.HERE ? Flags.CD : Flags.AD);
    message.addRecord(question(), Section.QUESTION);
    return message;
  }
}
