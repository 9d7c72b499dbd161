package dev.smtpscope.cli;

import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** One run of the command within the test. */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    return new Setting().run(args);
  }

  /** The lines on standard error. */
  List<String> complaints() {
    return err.lines().toList();
  }

  static String target(ScriptedSmtpServer server) {
    return Addresses.text(server.address(), server.port());
  }

  /** What the run is surrounded by. */
  static final class Setting {
    private final Interruption interruption = new Interruption();
    private InputStream in = InputStream.nullInputStream();

    Setting in(String text) {
      in = new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    Interruption interruption() {
      return interruption;
    }

    Run run(String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console = Console.of(in, out, err);
      TrustAnchors anchors = TrustAnchors.of("none", List.of());
      int code =
          new Cli(new Surroundings(console, interruption, Setting::noNames, anchors)).run(args);
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static NameService noNames() {
      return NameService.addressesOnly(
          (name, limit) -> new Lookup.NotFound("no names here", Duration.ZERO));
    }
  }
}
