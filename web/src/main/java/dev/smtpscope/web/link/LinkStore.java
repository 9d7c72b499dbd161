package dev.smtpscope.web.link;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The permanent links, in one SQLite file that comes into being with the first link. Of a key that
 * deletes a link only its hash is stored. Safe for all threads.
 */
public final class LinkStore {
  private final Path file;
  private final LinkLimits limits;
  private final TrustAnchors anchors;
  private final InstantSource clock;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable Jdbi open;

  /**
   * @param anchors for reports that were judged by the platform's trust store
   */
  public LinkStore(Path file, LinkLimits limits, TrustAnchors anchors, InstantSource clock) {
    this.file = file;
    this.limits = limits;
    this.anchors = anchors;
    this.clock = clock;
  }

  /** Keeps {@code report} until it expires or is deleted. */
  public Keeping keep(Report report, Expiry expiry) {
    byte[] packed = Packed.of(report);
    if (packed.length > limits.reportBytes()) {
      return new Keeping.Refused("The report is too large to be kept here; download it instead.");
    }
    writing.lock();
    try {
      return database().inTransaction(handle -> keep(handle, packed, expiry));
    } finally {
      writing.unlock();
    }
  }

  /** The report under {@code id}, unless it expired or was deleted. */
  public Optional<KeptReport> find(Secret id) {
    return existing().flatMap(database -> database.withHandle(handle -> find(handle, id)));
  }

  /** Whether {@code key} deletes the link {@code id}. */
  public boolean isKey(Secret id, Secret key) {
    return existing().filter(d -> d.withHandle(handle -> isKey(handle, id, key))).isPresent();
  }

  /** Deletes a link. False if there is none, or the key is another's. */
  public boolean delete(Secret id, Secret key) {
    writing.lock();
    try {
      return existing().filter(d -> d.inTransaction(handle -> delete(handle, id, key))).isPresent();
    } finally {
      writing.unlock();
    }
  }

  private Keeping keep(Handle handle, byte[] packed, Expiry expiry) {
    Instant now = clock.instant();
    handle.execute("DELETE FROM link WHERE expires <= ?", now.getEpochSecond());
    if (isFull(handle, packed.length)) {
      return new Keeping.Refused(
          "No more reports can be kept here at present; download it instead.");
    }
    Keeping.Kept kept =
        new Keeping.Kept(Secret.random(), Secret.random(), now.plus(expiry.length()));
    handle.execute(
        "INSERT INTO link (id, key_hash, created, expires, report) VALUES (?, ?, ?, ?, ?)",
        kept.id().value(),
        kept.key().hash(),
        now.getEpochSecond(),
        kept.expires().getEpochSecond(),
        packed);
    return kept;
  }

  private boolean isFull(Handle handle, int more) {
    return handle
        .createQuery(
            "SELECT count(*) AS links, coalesce(sum(length(report)), 0) AS bytes FROM link")
        .map((row, context) ->
            row.getInt("links") >= limits.links()
                || row.getLong("bytes") + more > limits.allBytes())
        .one();
  }

  private Optional<KeptReport> find(Handle handle, Secret id) {
    return handle
        .createQuery("SELECT created, expires, report FROM link WHERE id = ? AND expires > ?")
        .bind(0, id.value())
        .bind(1, clock.instant().getEpochSecond())
        .map((row, context) ->
            new KeptReport(
                Packed.open(row.getBytes("report"), anchors),
                Instant.ofEpochSecond(row.getLong("created")),
                Instant.ofEpochSecond(row.getLong("expires"))))
        .findOne();
  }

  private static boolean isKey(Handle handle, Secret id, Secret key) {
    return handle
        .createQuery("SELECT key_hash FROM link WHERE id = ?")
        .bind(0, id.value())
        .mapTo(byte[].class)
        .findOne()
        .filter(hash -> MessageDigest.isEqual(hash, key.hash()))
        .isPresent();
  }

  private static boolean delete(Handle handle, Secret id, Secret key) {
    return isKey(handle, id, key)
        && handle.execute("DELETE FROM link WHERE id = ?", id.value()) == 1;
  }

  /** The database if there is a file; asking for a link makes none. */
  private Optional<Jdbi> existing() {
    return open != null || Files.exists(file) ? Optional.of(database()) : Optional.empty();
  }

  private Jdbi database() {
    Jdbi known = open;
    if (known != null) {
      return known;
    }
    writing.lock();
    try {
      Jdbi database = Database.open(file);
      open = database;
      return database;
    } finally {
      writing.unlock();
    }
  }
}
