package dev.smtpscope.cli.option;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Options that belong together, as picocli knows them. */
public interface Flags {
  /** The options in the order in which the help shows them. */
  List<OptionSpec> specs();
}
