package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.polite.Exclusions;
import dev.smtpscope.bulk.polite.InvalidExclusionException;
import dev.smtpscope.cli.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of {@code --exclude}. */
final class ExclusionFiles {
  private ExclusionFiles() {}

  static Exclusions read(List<Path> files) {
    return files.stream().map(ExclusionFiles::read).reduce(Exclusions.NONE, Exclusions::and);
  }

  private static Exclusions read(Path file) {
    try {
      return Exclusions.parse(Files.readAllLines(file));
    } catch (InvalidExclusionException e) {
      throw new UsageException("--exclude: " + file + ", " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UsageException("--exclude: " + file + " does not exist");
    } catch (CharacterCodingException e) {
      throw new UsageException("--exclude: " + file + " is not UTF-8 text");
    } catch (IOException e) {
      throw new UsageException("--exclude: " + file + " cannot be read");
    }
  }
}
