package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Preference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds all that a server accepts of a list by offering it, taking away what it chose, and offering
 * the rest. The second offer is the first one backwards: a server that chooses the same again has
 * an order of its own; one that chooses another follows the client's, and then refuses whatever
 * stood before its choice. For one thread.
 */
final class Enumeration {
  private final Set<Integer> left;
  private final Set<Integer> accepted = new LinkedHashSet<>();
  private final List<Integer> refused = new ArrayList<>();
  private List<Integer> first = List.of();
  private int firstChosen;
  private Preference preference = Preference.UNKNOWN;

  Enumeration(Collection<Integer> candidates) {
    left = new LinkedHashSet<>(candidates);
  }

  boolean isOver() {
    return left.isEmpty();
  }

  /** The next offer, of at most {@code most}. */
  List<Integer> offer(int most) {
    return isTrial() ? first.reversed() : left.stream().limit(most).toList();
  }

  /** Whether the next offer is the first one backwards. */
  boolean isTrial() {
    return accepted.size() == 1 && preference == Preference.UNKNOWN && first.size() > 1;
  }

  /** The server chose {@code code} from {@code offered}. */
  void chosen(List<Integer> offered, int code) {
    if (isTrial() && offered.equals(first.reversed())) {
      preference = code == firstChosen ? Preference.SERVER : Preference.CLIENT;
      prune(first, firstChosen);
    } else if (accepted.isEmpty()) {
      first = offered;
      firstChosen = code;
    }
    take(code);
    prune(offered, code);
  }

  /** The server accepts {@code code}, whatever its order. */
  void take(int code) {
    accepted.add(code);
    left.remove(code);
  }

  private void prune(List<Integer> offered, int code) {
    if (preference == Preference.CLIENT && offered.contains(code)) {
      List<Integer> before =
          offered.subList(0, offered.indexOf(code)).stream().filter(left::contains).toList();
      refused(before);
    }
  }

  /** The server accepts none of {@code offered}. */
  void refused(Collection<Integer> offered) {
    List<Integer> now = offered.stream().filter(left::contains).toList();
    refused.addAll(now);
    now.forEach(left::remove);
  }

  /** Nothing can be said of {@code offered}. */
  void giveUp(Collection<Integer> offered) {
    left.removeAll(offered);
  }

  /** In the order in which the server chose. */
  List<Integer> accepted() {
    return List.copyOf(accepted);
  }

  List<Integer> refused() {
    return List.copyOf(refused);
  }

  Preference preference() {
    return accepted.size() == 1 && isOver() ? Preference.SINGLE : preference;
  }
}
