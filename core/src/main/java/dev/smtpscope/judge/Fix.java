package dev.smtpscope.judge;

import java.util.List;
import java.util.Optional;

/**
 * How to put a finding right.
 *
 * @param advice in a sentence or two, whatever the software
 * @param configuration the exact lines, where the software is known
 */
public record Fix(String advice, Optional<Configuration> configuration) {
  /**
   * Lines for one server software.
   *
   * @param software its name
   * @param where the file or shell they belong in
   */
  public record Configuration(String software, String where, List<String> lines) {
    public Configuration {
      lines = List.copyOf(lines);
    }
  }
}
