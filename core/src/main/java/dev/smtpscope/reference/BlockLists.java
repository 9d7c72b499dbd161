package dev.smtpscope.reference;

import java.util.List;
import java.util.Optional;

/** Names the block list or filter that a reply speaks of. */
final class BlockLists {
  private static final int LONGEST_HOST_NAME = 253;

  private BlockLists() {}

  /** The list that the text names, in lower case, by its host name or brand. */
  static Optional<String> named(String lower) {
    return Lazy.LISTS.stream()
        .filter(list -> lower.contains(list.key().replace('_', ' ')))
        .map(Block::title)
        .findFirst();
  }

  /** The host name that follows at once, as in {@code blocked using rbl.example.net;}. */
  static Optional<String> hostAt(String lower, int from) {
    int start = from < lower.length() && lower.charAt(from) == ' ' ? from + 1 : from;
    int end = start;
    while (end < lower.length() && isHostNameLetter(lower.charAt(end))) {
      end++;
    }
    boolean fullStop = end > start && lower.charAt(end - 1) == '.';
    String host = lower.substring(start, fullStop ? end - 1 : end);
    return isHostName(host) ? Optional.of(host) : Optional.empty();
  }

  private static boolean isHostName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && dot < name.length() - 1
        && Character.isLetter(name.charAt(dot + 1))
        && name.length() <= LONGEST_HOST_NAME;
  }

  private static boolean isHostNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  }

  private static final class Lazy {
    static final List<Block> LISTS = Block.load("block-lists.txt");
  }
}
