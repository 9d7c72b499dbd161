package dev.smtpscope.bulk.row;

import dev.smtpscope.json.InvalidReportException;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The reports that core's renderers are held against. */
public final class Reports {
  /** Their names. */
  public static final List<String> NAMES =
      List.of(
          "addresses",
          "audit",
          "bad-certificate",
          "client-certificate",
          "domain",
          "good",
          "hostile",
          "literal",
          "no-address",
          "unreachable",
          "wrong-protocol");

  private static final Path FOLDER = Path.of("../core/src/test/resources/golden");

  private Reports() {}

  /** The first report of that name. */
  public static Report of(String name) throws IOException, InvalidReportException {
    try (InputStream in = Files.newInputStream(FOLDER.resolve(name + ".json"))) {
      return ReportJson.read(in, TrustAnchors.of("none", List.of())).getFirst().report();
    }
  }
}
