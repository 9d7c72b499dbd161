package dev.smtpscope.json;

import java.util.Optional;

/** What tells a saved report from any other JSON, read before all else. */
record Header(Optional<String> format, Optional<Integer> schema) {
  void check() throws InvalidReportException {
    if (!format.equals(Optional.of(ReportJson.FORMAT))) {
      throw new InvalidReportException(
          "not a report of smtpscope: the field \"format\" should say \""
              + ReportJson.FORMAT
              + "\"; write one with smtpscope check --format json");
    }
    int version = schema.orElse(0);
    if (version > ReportJson.SCHEMA) {
      throw new InvalidReportException(
          "written by a newer smtpscope (schema "
              + version
              + "); this one reads schema "
              + ReportJson.SCHEMA);
    }
    if (version > 0 && version < ReportJson.SCHEMA) {
      throw new InvalidReportException(
          "written by an older smtpscope (schema "
              + version
              + "); this one reads schema "
              + ReportJson.SCHEMA
              + ": check again");
    }
    if (version < 1) {
      throw new InvalidReportException("the field \"schema\" should be a whole number from 1 on");
    }
  }
}
