package dev.smtpscope.render.html;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.render.outline.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the time went: one lane for each endpoint on a common axis.
 *
 * @param height of the picture in pixels
 * @param axis where the axis is drawn, in pixels from the top
 */
record TimeView(int height, int axis, List<Tick> ticks, List<Lane> lanes, List<StageKey> stages) {
  private static final int LANE = 46;
  private static final int AXIS = 22;
  private static final int LEAST_LABELLED = 6;

  /** A mark on the axis. */
  record Tick(Percent x, String label, String anchor) {}

  /** One endpoint; {@code cells} are the table's figures. */
  record Lane(String label, String total, int y, List<Segment> segments, List<String> cells) {}

  /** One stage of an endpoint. */
  record Segment(StageKey key, Percent x, Percent width, String title) {
    boolean labelled() {
      return width.value() >= LEAST_LABELLED;
    }
  }

  /** A stage as the legend explains it: by number and colour. */
  record StageKey(Stage stage, int number) {
    String css() {
      return "stage-" + stage.id();
    }

    String label() {
      return stage.label();
    }
  }

  static Optional<TimeView> of(List<EndpointFacts> endpoints) {
    List<EndpointFacts> timed = endpoints.stream().filter(e -> !e.timings().isEmpty()).toList();
    return timed.stream()
        .map(EndpointFacts::elapsed)
        .max(Comparator.naturalOrder())
        .filter(Duration::isPositive)
        .map(longest -> of(timed, longest));
  }

  private static TimeView of(List<EndpointFacts> endpoints, Duration longest) {
    List<StageKey> keys = keys(endpoints);
    Percent.Scale scale = new Percent.Scale(longest);
    int axis = endpoints.size() * LANE;
    return new TimeView(
        axis + AXIS,
        axis,
        TimeAxis.ticks(longest),
        IntStream.range(0, endpoints.size())
            .mapToObj(i -> lane(endpoints.get(i), i * LANE, keys, scale))
            .toList(),
        keys);
  }

  private static List<StageKey> keys(List<EndpointFacts> endpoints) {
    Set<Stage> used = EnumSet.noneOf(Stage.class);
    endpoints.forEach(e -> e.timings().forEach(t -> used.add(t.stage())));
    List<StageKey> keys = new ArrayList<>();
    used.forEach(stage -> keys.add(new StageKey(stage, keys.size() + 1)));
    return keys;
  }

  private static Lane lane(
      EndpointFacts endpoint, int y, List<StageKey> keys, Percent.Scale scale) {
    return new Lane(
        endpoint.endpoint().toString(),
        Figures.millis(endpoint.elapsed()),
        y,
        endpoint.timings().stream().map(time -> segment(time, keys, scale)).toList(),
        keys.stream().map(k -> endpoint.time(k.stage()).map(Figures::millis).orElse("–")).toList());
  }

  private static Segment segment(StageTime time, List<StageKey> keys, Percent.Scale scale) {
    StageKey key = keys.stream().filter(k -> k.stage() == time.stage()).findFirst().orElseThrow();
    return new Segment(
        key,
        scale.of(time.start()),
        scale.of(time.elapsed()),
        time.stage().label() + ": " + Figures.millis(time.elapsed()));
  }
}
