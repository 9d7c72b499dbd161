package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.Names;
import dev.smtpscope.web.check.RequestParser;
import dev.smtpscope.web.check.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/api.md} says is so: its commands work, its lists are whole. */
class GuideTest {
  private static final Pattern COMMAND = Pattern.compile("(?ms)^```sh\n(curl .*?)^```");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern STATUS = Pattern.compile("\"([45][0-9]{2})\"");

  private final String guide = read(Path.of("../docs/api.md"));

  @Test
  void everyCommandWorks(@TempDir Path home) throws Exception {
    Files.writeString(home.resolve(".curlrc"), "fail-with-body\nmax-time = 60\n");
    Names names = new Names().with("mail.example.org", Loopback.address());
    try (Api api = new Api(Settings.of(Access.ALL, names))) {
      String self = Api.self(api.post("{\"target\": \"mail.example.org\"}"));
      api.follow(self);
      String id = self.substring(self.lastIndexOf('/') + 1);
      List<String> commands = matches(COMMAND, guide);
      assertThat(commands).hasSizeGreaterThan(6);
      for (String command : commands) {
        run(home, "base=" + api.uri("") + " id=" + id + " token=t\n" + command);
      }
    }
  }

  @Test
  void namesEveryOption() {
    String options = section("Options");
    assertThat(matches(FIRST_CELL, options)).containsExactlyElementsOf(RequestParser.FIELDS);
  }

  @Test
  void namesEveryEvent() throws Exception {
    Names names = new Names().with("mail.example.org", Loopback.address());
    try (Api api = new Api(Settings.of(Access.ALL, names))) {
      String self = Api.self(api.post("{\"target\": \"mail.example.org\"}"));
      assertThat(Events.of(api.follow(self)).types())
          .allSatisfy(type -> assertThat(section("Events")).contains("`" + type + "`"));
    }
  }

  @Test
  void namesEveryStatusOfAnError() {
    String description = read(Path.of("src/main/resources/dev/smtpscope/web/api/openapi.json"));
    assertThat(section("Errors").lines().filter(line -> line.matches("\\| [0-9].*")))
        .asString()
        .contains(new TreeSet<>(matches(STATUS, description)));
  }

  private String section(String title) {
    return Stream.of(guide.split("(?m)^## ", -1))
        .filter(section -> section.startsWith(title + "\n"))
        .collect(Collectors.joining());
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static void run(Path home, String command) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    shell.environment().put("CURL_HOME", home.toString());
    Process process = shell.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
    assertThat(process.exitValue()).as(command + out).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
