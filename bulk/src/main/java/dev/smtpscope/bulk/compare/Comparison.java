package dev.smtpscope.bulk.compare;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares two scans target by target. Memory is bounded whatever their size: large tables are read
 * several times, and each time only those targets are kept that fall into one part. Changes come in
 * the order of the later scan, and then what is gone in the order of the earlier, for each part.
 */
public final class Comparison {
  /** How much of the earlier table is kept in memory at a time, in octets. */
  private static final long PART = 64L * 1024 * 1024;

  private final Results before;
  private final Results after;
  private final int parts;
  private final TotalsCounter totals = new TotalsCounter();

  private Comparison(Results before, Results after, int parts) {
    this.before = before;
    this.after = after;
    this.parts = parts;
  }

  /** Compares the earlier with the later. */
  public static void run(Results before, Results after, ChangeSink sink)
      throws IOException, InvalidResultsException {
    run(before, after, sink, (int) (before.size() / PART) + 1);
  }

  static void run(Results before, Results after, ChangeSink sink, int parts)
      throws IOException, InvalidResultsException {
    Comparison comparison = new Comparison(before, after, parts);
    for (int part = 0; part < parts; part++) {
      comparison.compare(part, sink);
    }
    sink.end(comparison.totals.totals());
  }

  private void compare(int part, ChangeSink sink) throws IOException, InvalidResultsException {
    Map<String, ComparedTarget> earlier = new LinkedHashMap<>();
    each(before, part, target -> earlier.put(target.key(), target));
    each(
        after,
        part,
        target -> {
          ComparedTarget then = earlier.remove(target.key());
          if (then == null) {
            tell(new Change(target.target(), Change.Kind.NEW, List.of()), sink);
          } else {
            differ(then, target, sink);
          }
        });
    for (ComparedTarget gone : earlier.values()) {
      tell(new Change(gone.target(), Change.Kind.GONE, List.of()), sink);
    }
  }

  private interface Taker {
    void take(ComparedTarget target) throws IOException;
  }

  private void each(Results results, int part, Taker taker)
      throws IOException, InvalidResultsException {
    try (Stream<ComparedTarget> targets = results.targets()) {
      for (Iterator<ComparedTarget> all = targets.iterator(); all.hasNext(); ) {
        ComparedTarget target = all.next();
        if (Math.floorMod(target.key().hashCode(), parts) == part) {
          taker.take(target);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new InvalidResultsException(
          results.folder() + " has a targets.csv that can't be read: " + e.getMessage(), e);
    }
  }

  private void differ(ComparedTarget then, ComparedTarget now, ChangeSink sink) throws IOException {
    if (then.joined().equals(now.joined())) {
      totals.same();
      return;
    }
    List<String> was = then.cells();
    List<String> is = now.cells();
    List<Change.Cell> cells =
        IntStream.range(0, was.size())
            .filter(i -> !was.get(i).equals(is.get(i)))
            .mapToObj(i -> new Change.Cell(Results.COMPARED.get(i), was.get(i), is.get(i)))
            .toList();
    tell(new Change(now.target(), Change.Kind.CHANGED, cells), sink);
  }

  private void tell(Change change, ChangeSink sink) throws IOException {
    totals.add(change);
    sink.change(change);
  }
}
