package dev.smtpscope.testkit;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lives one connection as a {@link Script} says. */
final class ScriptSession {
  private final Wire wire;
  private final Script script;

  ScriptSession(Wire wire, Script script) {
    this.wire = wire;
    this.script = script;
  }

  void run() throws IOException {
    for (Script.Step step : script.steps()) {
      perform(step);
    }
  }

  private void perform(Script.Step step) throws IOException {
    switch (step) {
      case Script.Step.Say(String octets) -> wire.send(octets, Shape.PLAIN);
      case Script.Step.Expect(String pattern) -> expect(pattern);
      case Script.Step.StartTls() -> wire.startTls(script.tlsSettings(), Shape.PLAIN);
      case Script.Step.Wait(var time) -> Pause.of(time);
      case Script.Step.End(var how) -> wire.end(how);
    }
  }

  private void expect(String pattern) throws IOException {
    Optional<String> line = wire.readLine();
    line.ifPresent(wire.recording()::command);
    if (line.filter(said -> matches(pattern, said)).isEmpty()) {
      String came = line.map(said -> "'" + said + "'").orElse("the end");
      wire.recording().problem("expected '" + pattern + "', came " + came);
      throw new Hangup("off the script");
    }
  }

  private static boolean matches(String pattern, String line) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(line).matches();
  }
}
