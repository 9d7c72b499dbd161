package dev.smtpscope.bulk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tells bench/bulk-scan/run what the programs of this package run with. */
@EnabledIfSystemProperty(named = "smtpscope.bench.classpath", matches = ".+")
class BenchClassPathTest {
  @Test
  void writesClassPath() throws IOException {
    Path file = Path.of(System.getProperty("smtpscope.bench.classpath", ""));
    Files.writeString(file, ServerProcess.classPath());
    assertThat(file).isNotEmptyFile();
  }
}
