package dev.smtpscope.bulk.manifest;

import dev.smtpscope.bulk.polite.Limits;
import dev.smtpscope.bulk.run.Inputs;
import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.bulk.summary.About;
import dev.smtpscope.bulk.summary.About.Circumstance;
import dev.smtpscope.json.RecordJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scan was, with all that is needed to make it again.
 *
 * @param java the version of the virtual machine
 * @param complete whether every target of the input has its result
 * @param why the scan ended before that
 * @param began when this run did; a scan that went on later has results from before
 * @param elapsed of this run
 * @param exclusions how many networks and names were left alone
 * @param inputs in the order in which they were read
 * @param counts of this run
 */
public record Manifest(
    String format,
    int schema,
    boolean complete,
    Optional<String> why,
    Instant began,
    Instant ended,
    Duration elapsed,
    String java,
    Setup setup,
    Limits politeness,
    int exclusions,
    List<Input> inputs,
    Counts counts) {
  /** What the field {@code format} says. */
  public static final String FORMAT = "smtpscope-scan";

  /** The version of the shape that is written. */
  public static final int SCHEMA = 1;

  public Manifest {
    inputs = List.copyOf(inputs);
  }

  /** A list of targets, as far as it was read. */
  public record Input(String name, long octets, long lines, String sha256) {
    static Input of(Inputs.Named input) {
      return new Input(
          input.name(), input.input().octetsRead(), input.input().lines(), input.input().sha256());
    }

    /** All of {@code inputs}, once they are read. */
    public static List<Input> of(Inputs inputs) {
      return inputs.all().stream().map(Input::of).toList();
    }
  }

  /**
   * What became of the lines of the input.
   *
   * @param done targets that got their result in this run
   * @param doneBefore those that had it from an earlier one
   * @param connections to servers
   * @param shared how often a look at a server served another target too
   */
  public record Counts(
      long done,
      long doneBefore,
      long rejected,
      long repeated,
      long excluded,
      long defects,
      long stopped,
      long connections,
      long shared) {
    /** Those of {@code standing}. */
    public static Counts of(Standing standing) {
      return new Counts(
          standing.done(),
          standing.before(),
          standing.rejected(),
          standing.repeated(),
          standing.excluded(),
          standing.defects(),
          standing.stopped(),
          standing.probes().made(),
          standing.probes().shared());
    }
  }

  /** The program with its version. */
  public String producer() {
    return "smtpscope " + setup.smtpscope();
  }

  /** The same for a summary, in short. */
  public About about() {
    List<Circumstance> circumstances = new ArrayList<>();
    why.ifPresent(reason -> circumstances.add(new Circumstance("Not complete", reason)));
    circumstances.add(new Circumstance("Rules", setup.rules().profile()));
    circumstances.add(new Circumstance("Resolvers", String.join(", ", setup.resolvers())));
    Setup.VantagePoint from = setup.vantagePoint();
    circumstances.add(
        new Circumstance("EHLO name", from.ehloName().orElse("the address of each connection")));
    from.sourceAddress()
        .ifPresent(address -> circumstances.add(new Circumstance("Source address", address)));
    return new About(producer(), complete, began, ended, circumstances);
  }

  /** The document. */
  public String json() {
    return RecordJson.indented(this) + "\n";
  }
}
