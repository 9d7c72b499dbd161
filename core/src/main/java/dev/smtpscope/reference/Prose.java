package dev.smtpscope.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of an {@link Entry}.
 *
 * @param title a few words, no full stop
 * @param paragraphs whole sentences
 * @param whatToDo for the sender, for the administrator, or nothing
 * @param references documents and sections
 */
public record Prose(
    String title, List<String> paragraphs, List<Advice> whatToDo, List<String> references) {
  public Prose {
    paragraphs = List.copyOf(paragraphs);
    whatToDo = List.copyOf(whatToDo);
    references = List.copyOf(references);
  }

  static Prose of(Block block) {
    return new Prose(block.title(), block.all("means"), Advice.of(block), block.all("ref"));
  }

  Prose plus(String paragraph) {
    List<String> more = new ArrayList<>(paragraphs);
    more.add(paragraph);
    return new Prose(title, more, whatToDo, references);
  }
}
