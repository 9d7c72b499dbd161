package dev.smtpscope.judge;

import java.util.List;

/**
 * Something that is not as it should be, with all that a reader needs to believe it, mind it and
 * mend it.
 *
 * @param id stable; the check's id, or that with a suffix after a slash where one check tells
 *     several problems apart
 * @param title one line, true of this subject
 * @param evidence what was seen: transcript lines, certificate facts; never empty
 * @param why why it matters, for this role
 * @param reproduce a command of a well-known tool that shows the same; empty when there is none
 */
public record Finding(
    String id,
    Severity severity,
    Subject subject,
    String title,
    List<String> evidence,
    String why,
    Fix fix,
    List<Reference> references,
    String reproduce) {
  public Finding {
    evidence = List.copyOf(evidence);
    references = List.copyOf(references);
  }
}
