package dev.smtpscope.bulk.input;

import com.github.luben.zstd.ZstdIOException;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.text.Visible;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A list of targets, read as a stream: UTF-8 text with one target a line or CSV (RFC 4180), as it
 * is or packed with gzip or zstd, whatever the file's name. Memory does not depend on its size nor
 * on what is in it: a line of text has at most 4 KiB, a CSV record 64 KiB, and what is longer is
 * rejected. For one thread, but for {@link #octetsRead}.
 */
public final class TargetInput implements Closeable {
  private static final int LONGEST_LINE = 4096;
  private static final String TORN = "ends in the middle of its packed data; is it complete?";

  private final String name;
  private final Octets octets;
  private final Optional<Long> size;
  private final LineReader lines;
  private final Entries entries;

  private TargetInput(
      String name, Octets octets, Optional<Long> size, TargetParser parser, Optional<Column> column)
      throws IOException, InputException {
    this.name = name;
    this.octets = octets;
    this.size = size;
    this.lines =
        new LineReader(
            Compression.unpacked(octets), column.isEmpty() ? LONGEST_LINE : CsvRecords.LONGEST);
    this.entries =
        column.isEmpty()
            ? new PlainEntries(lines, parser)
            : CsvEntries.of(lines, parser, column.get());
  }

  /**
   * Opens a file.
   *
   * @param column the column of targets; empty for plain lines
   */
  public static TargetInput ofFile(Path file, TargetParser parser, Optional<Column> column)
      throws InputException {
    String name = Visible.ofText(file.toString());
    if (Files.isDirectory(file)) {
      throw new InputException(name + " is a folder; name a file with one target a line");
    }
    try {
      Optional<Long> size =
          Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
      return open(name, Files.newInputStream(file), size, parser, column);
    } catch (IOException e) {
      throw complaint(name, 0, e);
    }
  }

  /**
   * Reads a stream, which is closed with this.
   *
   * @param name what to call it in messages, such as "standard input"
   */
  public static TargetInput ofStream(
      String name, InputStream in, TargetParser parser, Optional<Column> column)
      throws InputException {
    return open(name, in, Optional.empty(), parser, column);
  }

  private static TargetInput open(
      String name,
      InputStream in,
      Optional<Long> size,
      TargetParser parser,
      Optional<Column> column)
      throws InputException {
    try {
      return new TargetInput(name, new Octets(in), size, parser, column);
    } catch (IOException e) {
      close(in);
      throw complaint(name, 0, e);
    } catch (InputException e) {
      close(in);
      throw new InputException(name + " " + e.getMessage());
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // The complaint that follows tells more.
    }
  }

  /** The next entry; empty at the end. */
  public Optional<Entry> next() throws InputException {
    try {
      return entries.next();
    } catch (IOException e) {
      throw complaint(name, lines.number(), e);
    }
  }

  /** How many octets of the file were read so far, packed as they are. For any thread. */
  public long octetsRead() {
    return octets.count();
  }

  /** About how many of them make up the entries so far. For any thread. */
  public long octetsUsed() {
    return Math.round(octets.count() * lines.used());
  }

  /** The size of the file in octets, as it was when it was opened; empty for pipes and the like. */
  public Optional<Long> size() {
    return size;
  }

  /** The number of the line that was read last; 0 before the first. */
  public long lines() {
    return lines.number();
  }

  /** The SHA-256 digest of the octets read, in hexadecimal. To be asked for once, at the end. */
  public String sha256() {
    return octets.digest();
  }

  @Override
  public void close() throws IOException {
    octets.close();
  }

  private static InputException complaint(String name, long line, IOException e) {
    return new InputException(
        name + " " + what(e) + (line > 0 ? " (after line " + line + ")" : ""));
  }

  private static String what(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "does not exist";
      case AccessDeniedException _ -> "may not be read by this user";
      case Compression.ForeignFormatException kind ->
          "is " + kind.getMessage() + "; give UTF-8 text, as it is or packed with gzip or zstd";
      case EOFException _ -> TORN;
      case ZstdIOException z when "Truncated source".equals(z.getMessage()) -> TORN;
      case ZstdIOException z -> "has damaged zstd data: " + z.getMessage();
      case ZipException z -> "has damaged gzip data: " + z.getMessage();
      default -> "cannot be read: " + Visible.ofText(String.valueOf(e.getMessage()));
    };
  }
}
