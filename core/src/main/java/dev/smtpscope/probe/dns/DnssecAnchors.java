package dev.smtpscope.probe.dns;

import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The keys that chains of trust begin with, as DS or DNSKEY records. */
public final class DnssecAnchors {
  private static final String ROOT = "root-anchors.txt";

  private final List<Record> records;

  private DnssecAnchors(List<Record> records) {
    this.records = List.copyOf(records);
  }

  /** Those of the DNS root, as IANA publishes them. */
  public static DnssecAnchors root() {
    try (InputStream in = DnssecAnchors.class.getResourceAsStream(ROOT)) {
      if (in == null) {
        throw new IllegalStateException(ROOT + " is missing");
      }
      return new DnssecAnchors(read(new Master(in, Name.root, 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those of a file in zone file form, as of a root.key, and the built-in ones unless the file has
   * its own for the root.
   *
   * @throws IllegalArgumentException when the file can't be read or has no trust anchor; one line
   *     in words
   */
  public static DnssecAnchors of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<Record> read = new ArrayList<>(read(new Master(in, Name.root, 0)));
      if (read.isEmpty()) {
        throw new IllegalArgumentException(
            Visible.ofText(file.toString())
                + ": no trust anchor in it: DS or DNSKEY records in zone file form are expected");
      }
      if (read.stream().noneMatch(anchor -> anchor.getName().equals(Name.root))) {
        read.addAll(root().records);
      }
      return new DnssecAnchors(read);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(
          Visible.ofText(file + ": not in zone file form: " + e.getMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          Visible.ofText(file + ": cannot be read: " + e.getMessage()), e);
    }
  }

  private static List<Record> read(Master file) throws IOException {
    List<Record> read = new ArrayList<>();
    for (Record next = file.nextRecord(); next != null; next = file.nextRecord()) {
      if (next.getDClass() == DClass.IN
          && (next.getType() == Type.DS || next.getType() == Type.DNSKEY)) {
        read.add(next);
      }
    }
    return read;
  }

  List<Record> records() {
    return records;
  }

  /** The closest name at or above {@code name} that has an anchor. */
  Optional<Name> above(Name name) {
    return records.stream()
        .map(Record::getName)
        .filter(name::subdomain)
        .reduce((one, other) -> one.labels() >= other.labels() ? one : other);
  }
}
