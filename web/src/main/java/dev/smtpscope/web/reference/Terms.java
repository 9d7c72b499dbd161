package dev.smtpscope.web.reference;

import dev.smtpscope.reference.Alert;
import dev.smtpscope.reference.EnhancedCodes;
import dev.smtpscope.reference.Entry;
import dev.smtpscope.reference.Keyword;
import dev.smtpscope.reference.Mechanism;
import dev.smtpscope.reference.PortUse;
import dev.smtpscope.reference.RejectionCause;
import dev.smtpscope.reference.ReplyCode;
import dev.smtpscope.reference.Standing;
import dev.smtpscope.reference.StatusCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the terms of a topic are named and sorted into groups. */
public final class Terms {
  private Terms() {}

  /**
   * Terms under a heading.
   *
   * @param title may be empty where all stand in one group
   */
  public record Group(String title, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /** The last part of the address of a term's page, not yet encoded. */
  public static String segment(Entry entry) {
    return switch (entry) {
      case Alert alert -> Integer.toString(alert.code());
      case PortUse use -> Integer.toString(use.port());
      case ReplyCode code -> code.key();
      case StatusCode code -> code.key();
      case Keyword keyword -> keyword.key();
      case Mechanism mechanism -> mechanism.key();
      case RejectionCause cause -> cause.key();
    };
  }

  /** The term as it stands in a list. */
  public static String label(Entry entry) {
    return switch (entry) {
      case PortUse use -> Integer.toString(use.port());
      case Alert alert -> alert.name();
      case ReplyCode code -> code.key();
      case StatusCode code -> code.key();
      case Keyword keyword -> keyword.key();
      case Mechanism mechanism -> mechanism.key();
      case RejectionCause cause -> cause.key();
    };
  }

  /** What authority the term rests on; empty where all are of the field. */
  public static String standing(Entry entry) {
    return switch (entry) {
      case PortUse use -> use.standing().label();
      case Alert alert -> alert.standing().label();
      case ReplyCode code -> code.standing().label();
      case StatusCode code -> code.standing().label();
      case Keyword keyword -> keyword.standing().label();
      case Mechanism mechanism -> mechanism.standing().label();
      case RejectionCause cause -> "";
    };
  }

  /** The terms of a topic under their headings. */
  public static List<Group> groups(Topic topic) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : topic.entries()) {
      groups.computeIfAbsent(group(entry), title -> new ArrayList<>()).add(entry);
    }
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  private static String group(Entry entry) {
    return switch (entry) {
      case ReplyCode code -> digit(code);
      case StatusCode code -> subject(code.key());
      case Keyword keyword -> byStanding(keyword.standing());
      case Alert alert -> byStanding(alert.standing());
      case Mechanism mechanism -> "";
      case PortUse use -> "";
      case RejectionCause cause -> "";
    };
  }

  private static String digit(ReplyCode code) {
    return switch (code.replyClass()) {
      case PRELIMINARY, UNUSABLE -> "Not of SMTP";
      case COMPLETION -> "2yz: done";
      case INTERMEDIATE -> "3yz: go on";
      case TRANSIENT -> "4yz: not now";
      case PERMANENT -> "5yz: no";
    };
  }

  private static String subject(String key) {
    String[] parts = key.split("\\.", -1);
    return parts[1].equals("X")
        ? "Classes"
        : EnhancedCodes.find("X." + parts[1] + ".X").map(Entry::title).orElse("Others");
  }

  private static String byStanding(Standing standing) {
    return switch (standing) {
      case STANDARD -> "Standard";
      case EXPERIMENTAL -> "Experimental";
      case OBSOLETE -> "Obsolete";
      case FIELD -> "Seen in the field";
      case UNKNOWN -> "Others";
    };
  }
}
