package dev.smtpscope.bulk.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Writes a flat table of optional cells as a Parquet file, row after row. Rows are gathered into
 * row groups of at most {@value #MOST_ROWS} rows and about {@value #MOST_OCTETS} octets, which is
 * what it keeps in memory. Without {@link #close} there is no valid file. For one thread.
 */
public final class ParquetWriter implements Closeable {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_OCTETS = 32 * 1024 * 1024;
  private static final int LEVEL = 3;
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final String creator;
  private final Map<String, String> notes;
  private final List<ParquetColumn> columns;
  private final List<RowGroup> groups = new ArrayList<>();
  private List<ColumnBuffer> buffers;
  private long position;
  private boolean closed;

  /**
   * Begins a file.
   *
   * @param out closed by {@link #close}
   * @param creator the program's name, for the file's {@code created_by}
   * @param notes for the file's key-value metadata
   */
  public ParquetWriter(
      OutputStream out, String creator, Map<String, String> notes, List<ParquetColumn> columns)
      throws IOException {
    this.out = out;
    this.creator = creator;
    this.notes = Map.copyOf(notes);
    this.columns = List.copyOf(columns);
    buffers = emptyBuffers();
    put(MAGIC);
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column, of the type that its {@link ParquetType} names
   * @throws IllegalArgumentException when there are more or fewer
   */
  public void write(List<? extends Optional<?>> cells) throws IOException {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    for (int i = 0; i < cells.size(); i++) {
      buffers.get(i).add(cells.get(i));
    }
    if (buffers.getFirst().cells() >= MOST_ROWS || octets() >= MOST_OCTETS) {
      flush();
    }
  }

  /** Writes what is left and the footer. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      flush();
      byte[] footer = Headers.file(creator, notes, columns, groups);
      put(footer);
      ByteArrayOutputStream length = new ByteArrayOutputStream(4);
      LittleEndian.write32(footer.length, length);
      put(length.toByteArray());
      put(MAGIC);
    }
  }

  private List<ColumnBuffer> emptyBuffers() {
    return columns.stream().map(column -> new ColumnBuffer(column.type())).toList();
  }

  private int octets() {
    return buffers.stream().mapToInt(ColumnBuffer::octets).sum();
  }

  private void flush() throws IOException {
    int rows = buffers.getFirst().cells();
    if (rows == 0) {
      return;
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      chunks.add(chunk(columns.get(i), buffers.get(i)));
    }
    groups.add(new RowGroup(rows, chunks));
    buffers = emptyBuffers();
  }

  private Chunk chunk(ParquetColumn column, ColumnBuffer buffer) throws IOException {
    long offset = position;
    byte[] page = buffer.page();
    byte[] body = Zstd.compress(page, LEVEL);
    byte[] header = Headers.page(buffer.cells(), page.length, body.length, crc(body));
    put(header);
    put(body);
    long raw = (long) header.length + page.length;
    return new Chunk(column, offset, buffer.cells(), raw, position - offset);
  }

  private static int crc(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return (int) crc.getValue();
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
