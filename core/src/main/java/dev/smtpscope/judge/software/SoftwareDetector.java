package dev.smtpscope.judge.software;

import dev.smtpscope.facts.EndpointFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the server software from greeting, EHLO and the style of replies. Pure. */
public final class SoftwareDetector {
  private static final List<List<Clue>> CLUES =
      List.of(
          NamingClues.SERVERS,
          NamingClues.GATEWAYS,
          NamingClues.PROVIDERS,
          MannerClues.OPEN_SOURCE,
          MannerClues.COMMERCIAL,
          MannerClues.PROVIDERS);

  private SoftwareDetector() {}

  /** The most likely software; empty when no clue bears, or clues point to several alike. */
  public static Optional<Software> detect(EndpointFacts endpoint) {
    Speech speech = Speech.of(endpoint);
    Map<Product, Candidate> candidates = new EnumMap<>(Product.class);
    for (List<Clue> clues : CLUES) {
      for (Clue clue : clues) {
        Optional<Sign.Trace> trace = clue.sign().in(speech);
        if (trace.isPresent()) {
          candidates
              .computeIfAbsent(clue.product(), Candidate::new)
              .add(clue.weight(), trace.get());
        }
      }
    }
    return Candidate.clearest(candidates.values()).map(best -> refined(best, speech));
  }

  private static Software refined(Candidate best, Speech speech) {
    Product product = best.product();
    List<String> evidence = new ArrayList<>(best.evidence());
    for (Variant variant : Variant.ALL) {
      Optional<Sign.Trace> trace = variant.sign().in(speech);
      if (variant.general() == best.product() && trace.isPresent()) {
        product = variant.special();
        evidence.add(trace.get().sentence());
      }
    }
    List<String> distinct = evidence.stream().distinct().toList();
    return best.software(product, distinct);
  }
}
