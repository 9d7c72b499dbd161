package dev.smtpscope.judge.mtasts;

import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads policies by the grammar of RFC 8461 section 3.2. For one policy and one thread. */
public final class PolicyParser {
  /** What came of it. */
  public sealed interface Result {
    /**
     * A policy.
     *
     * @param lapses against the grammar that do not touch what the policy says; a strict parser
     *     refuses it for them
     */
    record Accepted(Policy policy, List<String> lapses) implements Result {
      public Accepted {
        lapses = List.copyOf(lapses);
      }
    }

    /** No policy, for at least one reason. */
    record Unreadable(List<String> problems) implements Result {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):[ \\t]*(.*?)[ \\t]*", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e\\x80-\\uffff ]+");
  private static final Pattern AGE = Pattern.compile("[0-9]{1,10}");
  private static final int SHOWN = 60;

  private final List<String> problems = new ArrayList<>();
  private final List<String> lapses = new ArrayList<>();
  private final Map<String, String> first = new LinkedHashMap<>();
  private final List<MxPattern> mx = new ArrayList<>();

  private PolicyParser() {}

  /** Reads the lines of a policy, which are in visible form and without their ends. */
  public static Result parse(List<String> lines) {
    PolicyParser parser = new PolicyParser();
    for (int i = 0; i < lines.size(); i++) {
      parser.line(i + 1, lines.get(i));
    }
    return parser.result();
  }

  private void line(int number, String visible) {
    Optional<String> text = decoded(visible);
    Matcher field = FIELD.matcher(text.orElse(""));
    String shown = "line " + number + ": " + Words.shortened(visible, SHOWN);
    if (visible.isBlank()) {
      lapses.add("line " + number + " is empty");
    } else if (!field.matches()) {
      lapses.add(shown + " (not a field)");
    } else {
      field(field.group(1), field.group(2), shown);
    }
  }

  private void field(String name, String value, String shown) {
    if (name.equals("mx")) {
      MxPattern.parse(value)
          .ifPresentOrElse(mx::add, () -> problems.add(shown + " (not a host name or pattern)"));
      return;
    }
    if (!VALUE.matcher(value).matches()) {
      lapses.add(shown + " (not a value)");
    }
    first.putIfAbsent(name, value);
  }

  private Result result() {
    version();
    Optional<Mode> mode = required("mode").flatMap(this::mode);
    Optional<Duration> age = required("max_age").flatMap(this::age);
    if (mx.isEmpty() && mode.filter(m -> m != Mode.NONE).isPresent()) {
      problems.add("no mx line names a host");
    }
    return problems.isEmpty()
        ? new Result.Accepted(new Policy(mode.orElseThrow(), age.orElseThrow(), mx), lapses)
        : new Result.Unreadable(problems);
  }

  private void version() {
    required("version")
        .filter(version -> !version.equals("STSv1"))
        .ifPresent(version -> wrong("version", version, "not STSv1"));
  }

  private Optional<String> required(String name) {
    Optional<String> value = Optional.ofNullable(first.get(name));
    if (value.isEmpty()) {
      problems.add("there is no " + name);
    }
    return value;
  }

  private Optional<Mode> mode(String value) {
    Optional<Mode> mode = Mode.of(value);
    if (mode.isEmpty()) {
      wrong("mode", value, "neither enforce nor testing nor none");
    }
    return mode;
  }

  private Optional<Duration> age(String value) {
    Optional<Duration> age =
        Optional.of(value)
            .filter(digits -> AGE.matcher(digits).matches())
            .map(digits -> Duration.ofSeconds(Long.parseLong(digits)))
            .filter(length -> length.compareTo(Policy.LONGEST) <= 0);
    if (age.isEmpty()) {
      wrong("max_age", value, "not a number from 0 to " + Policy.LONGEST.toSeconds());
    }
    return age;
  }

  private void wrong(String name, String value, String why) {
    problems.add(name + ": " + Words.shortened(Visible.ofText(value), SHOWN) + " (" + why + ")");
  }

  private static Optional<String> decoded(String visible) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Visible.bytes(visible)))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
