package dev.smtpscope.bulk.store;

import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** What is wrong with a folder, in one line; the first trouble of a scan stays. */
final class Trouble {
  private final Path folder;
  private Optional<ScanFolderException> first = Optional.empty();

  Trouble(Path folder) {
    this.folder = folder;
  }

  /** Fails if there was trouble before. */
  synchronized void check() throws ScanFolderException {
    if (first.isPresent()) {
      throw new ScanFolderException(String.valueOf(first.get().getMessage()), first.get());
    }
  }

  synchronized boolean isThere() {
    return first.isPresent();
  }

  /** Keeps what went wrong while writing. */
  synchronized ScanFolderException writing(IOException e) {
    return keep(
        new ScanFolderException(
            what(folder, e) + "; what is recorded is safe: go on with --resume once this is mended",
            e));
  }

  synchronized ScanFolderException gone() {
    return keep(
        new ScanFolderException(
            Visible.ofText(folder.toString())
                + " was removed or replaced while the scan was running; begin anew"));
  }

  synchronized ScanFolderException keep(ScanFolderException e) {
    first = first.or(() -> Optional.of(e));
    return e;
  }

  static ScanFolderException opening(Path folder, IOException e) {
    return new ScanFolderException(what(folder, e), e);
  }

  static ScanFolderException damaged(Path file, String where) {
    return new ScanFolderException(
        Visible.ofText(file.toString())
            + " is damaged "
            + where
            + "; bring back a sound copy of its folder, or remove the folder and scan anew");
  }

  private static String what(Path folder, IOException e) {
    String file =
        e instanceof FileSystemException named
            ? Optional.ofNullable(named.getFile()).orElse(folder.toString())
            : folder.toString();
    return Visible.ofText(file) + " " + reason(e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "may not be written by this user";
      case NoSuchFileException _ -> "is gone";
      case NotDirectoryException _ -> "is no folder";
      case FileAlreadyExistsException _ -> "is there and is no folder";
      case FileSystemException named when named.getReason() != null ->
          "cannot be written: " + Visible.ofText(named.getReason());
      default -> "cannot be written: " + Visible.ofText(String.valueOf(e.getMessage()));
    };
  }
}
