package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.input.InputException;
import dev.smtpscope.bulk.input.TargetInput;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lists of targets, one after the other. For one thread, but for {@link #read}. */
public final class Inputs implements Closeable {
  private final List<Named> inputs;
  private int at;

  /** A list and what to call it. */
  public record Named(String name, TargetInput input) {}

  public Inputs(List<Named> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  /** The next entry; empty at the end of the last list. */
  Optional<Entry> next() throws InputException {
    while (at < inputs.size()) {
      Named current = inputs.get(at);
      Optional<Entry> entry = current.input().next();
      if (entry.isPresent()) {
        return entry.map(e -> inputs.size() > 1 ? named(e, current.name()) : e);
      }
      at++;
    }
    return Optional.empty();
  }

  private static Entry named(Entry entry, String name) {
    return switch (entry) {
      case Entry.Wanted wanted -> wanted;
      case Entry.Rejected(long line, String text, String why) ->
          new Entry.Rejected(line, text, why + " (" + name + ")");
    };
  }

  /** About how many octets make up the entries so far, of all lists. For all threads. */
  long read() {
    return inputs.stream().mapToLong(named -> named.input().octetsUsed()).sum();
  }

  /** How many octets there are, where each list knows. */
  Optional<Long> size() {
    return inputs.stream()
        .map(named -> named.input().size())
        .reduce(Optional.of(0L), (a, b) -> a.flatMap(x -> b.map(y -> x + y)));
  }

  /** The lists. */
  public List<Named> all() {
    return inputs;
  }

  @Override
  public void close() throws IOException {
    for (Named named : inputs) {
      named.input().close();
    }
  }
}
