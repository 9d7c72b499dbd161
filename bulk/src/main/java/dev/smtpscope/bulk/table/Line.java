package dev.smtpscope.bulk.table;

import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.TargetRow;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A target with one of its addresses and ports.
 *
 * @param endpoint empty for a target that has none, which is a line all the same
 */
public record Line(TargetRow target, Optional<EndpointRow> endpoint) {
  /** The lines of {@code target}, at least one. */
  public static Stream<Line> of(TargetRow target) {
    return target.endpoints().isEmpty()
        ? Stream.of(new Line(target, Optional.empty()))
        : target.endpoints().stream().map(endpoint -> new Line(target, Optional.of(endpoint)));
  }

  /** What {@code of} says of the endpoint, where there is one. */
  <V> Optional<V> at(Function<EndpointRow, V> of) {
    return endpoint.map(of);
  }

  /** The same, where it may say nothing. */
  <V> Optional<V> maybeAt(Function<EndpointRow, Optional<V>> of) {
    return endpoint.flatMap(of);
  }
}
