package dev.smtpscope.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.cli.UsageException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
  @Test
  void aWishThatFitsIsGranted() {
    assertThat(new OpenFiles(6524).connections(Optional.of(5000), 1000)).isEqualTo(5000);
    assertThat(new OpenFiles(1_048_576).connections(Optional.of(7), 1000)).isEqualTo(7);
  }

  @Test
  void aWishThatDoesNotFitIsRefusedInOneLine() {
    assertThatThrownBy(() -> new OpenFiles(6523).connections(Optional.of(5000), 1000))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--in-flight 5000 needs 6524 open files, and the system allows 6523; ask for fewer, or"
                + " raise it with ulimit -n");
  }

  @Test
  void theUsualNumberIsNoMoreThanFits() {
    assertThat(new OpenFiles(6524).connections(Optional.empty(), 5000)).isEqualTo(5000);
    assertThat(new OpenFiles(4096).connections(Optional.empty(), 5000)).isEqualTo(2572);
    assertThat(new OpenFiles(1024).connections(Optional.empty(), 5000)).isEqualTo(268);
    assertThat(new OpenFiles(100).connections(Optional.empty(), 5000)).isEqualTo(1);
    assertThat(new OpenFiles(Long.MAX_VALUE).connections(Optional.empty(), 5000)).isEqualTo(5000);
    assertThat(OpenFiles.limit().most()).isGreaterThan(100);
  }

  @Test
  void questionsToResolversAreBounded() {
    assertThat(new OpenFiles(Long.MAX_VALUE).questions()).isEqualTo(1024);
    assertThat(new OpenFiles(1024).questions()).isEqualTo(256);
    assertThat(new OpenFiles(3).questions()).isEqualTo(1);
  }
}
