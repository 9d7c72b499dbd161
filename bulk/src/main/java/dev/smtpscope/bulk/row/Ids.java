package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.TlsVersion;
import java.util.Locale;

/** How constants are written in tables and summaries: as in the JSON of reports. */
public final class Ids {
  private Ids() {}

  /** In lower case with hyphens; TLS versions by their usual name. */
  public static String of(Enum<?> constant) {
    return constant instanceof TlsVersion version
        ? version.label()
        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
