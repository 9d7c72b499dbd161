package dev.smtpscope.web.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file and its shape. */
final class Database {
  private static final int VERSION = 1;
  private static final int BUSY_MILLIS = 5000;

  private Database() {}

  /** Opens the file, which is made if need be, for its owner alone. */
  static Jdbi open(Path file) {
    create(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    Jdbi database = Jdbi.create(source);
    database.useHandle(handle -> shape(handle, file));
    return database;
  }

  private static void shape(Handle handle, Path file) {
    int version = handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    if (version > VERSION) {
      throw new IllegalStateException(file + " was written by a newer smtpscope");
    }
    if (version == 0) {
      handle.useTransaction(Database::make);
    }
  }

  private static void make(Handle handle) {
    handle.execute(
        """
        CREATE TABLE link (
          id       TEXT PRIMARY KEY,
          key_hash BLOB NOT NULL,
          created  INTEGER NOT NULL,
          expires  INTEGER NOT NULL,
          report   BLOB NOT NULL
        ) STRICT\
        """);
    handle.execute("CREATE INDEX link_expires ON link (expires)");
    handle.execute("PRAGMA user_version = " + VERSION);
  }

  private static void create(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
    } catch (FileAlreadyExistsException e) {
      // made by an earlier run
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
