package dev.smtpscope.bulk.store;

import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.json.RecordJson;
import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * By which options a folder is scanned.
 *
 * @param format the version of the folder's files
 * @param fingerprint what must be the same when the scan goes on, in visible form
 */
record Identity(int format, List<String> fingerprint) {
  private static final int FORMAT = 1;
  private static final int SHOWN = 200;

  Identity(String fingerprint) {
    this(FORMAT, visible(fingerprint));
  }

  private static List<String> visible(String fingerprint) {
    return fingerprint.lines().map(Visible::ofText).toList();
  }

  static Identity read(Layout layout) throws IOException, ScanFolderException {
    try {
      return RecordJson.read(Files.readAllBytes(layout.scan()), Identity.class);
    } catch (InvalidJsonException e) {
      throw Trouble.damaged(layout.scan(), "(" + e.getMessage() + ")");
    }
  }

  void write(Layout layout, Disk disk) throws IOException {
    disk.write(layout.scan(), RecordJson.write(this).getBytes(StandardCharsets.UTF_8));
  }

  /** Fails unless {@code now} is what this scan was begun with. */
  void check(Layout layout, String now) throws ScanFolderException {
    String folder = Visible.ofText(layout.output().toString());
    if (format != FORMAT) {
      throw new ScanFolderException(
          "the scan in " + folder + " was begun by another version of smtpscope; go on with that");
    }
    if (!visible(now).equals(fingerprint)) {
      throw new ScanFolderException(
          "the scan in "
              + folder
              + " was begun in another way ("
              + difference(fingerprint, visible(now))
              + "); resume it as it was begun, or begin anew in another folder");
    }
  }

  private static String difference(List<String> then, List<String> now) {
    int i = 0;
    while (i < then.size() && i < now.size() && then.get(i).equals(now.get(i))) {
      i++;
    }
    return "then " + shown(then, i) + ", now " + shown(now, i);
  }

  private static String shown(List<String> lines, int at) {
    return at < lines.size() ? "'" + Words.shortened(lines.get(at), SHOWN) + "'" : "nothing more";
  }
}
