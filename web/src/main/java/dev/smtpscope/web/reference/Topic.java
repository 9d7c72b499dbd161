package dev.smtpscope.web.reference;

import dev.smtpscope.reference.Alerts;
import dev.smtpscope.reference.EnhancedCodes;
import dev.smtpscope.reference.Entry;
import dev.smtpscope.reference.Keywords;
import dev.smtpscope.reference.Mechanisms;
import dev.smtpscope.reference.Ports;
import dev.smtpscope.reference.RejectionCause;
import dev.smtpscope.reference.ReplyCodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of terms that the reference explains, with a folder of its own. */
public enum Topic {
  CODES(
      "SMTP reply codes",
      "Every answer of a mail server begins with three digits. The first says how it went, the"
          + " second what it is about."),
  STATUS(
      "Enhanced status codes",
      "Three numbers that tell the cause more exactly: class, subject, detail. X stands for any"
          + " class."),
  CAPABILITIES("Capabilities", "What a server offers in reply to EHLO, one keyword a line."),
  MECHANISMS(
      "Log-in mechanisms",
      "How a client may prove who it is: the names that follow AUTH, and what each reveals without"
          + " TLS."),
  PORTS(
      "Ports and TLS",
      "Which port is for whom, and whether TLS begins with the first byte or by STARTTLS."),
  ALERTS(
      "TLS alerts",
      "The one word with which a TLS handshake fails, and what stands behind it on a mail server."),
  REJECTIONS(
      "Causes of refusals", "Why servers turn mail away, told by the wording of their replies.");

  private static final int LONGEST = 100;

  private final String title;
  private final String introduction;

  Topic(String title, String introduction) {
    this.title = title;
    this.introduction = introduction;
  }

  /** The topic of a folder's name. */
  public static Optional<Topic> of(String folder) {
    return Stream.of(values()).filter(topic -> topic.folder().equals(folder)).findFirst();
  }

  /** The folder in addresses, such as {@code codes}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A heading. */
  public String title() {
    return title;
  }

  /** A sentence or two. */
  public String introduction() {
    return introduction;
  }

  /** All terms in their order. */
  public List<? extends Entry> entries() {
    return switch (this) {
      case CODES -> ReplyCodes.all();
      case STATUS -> EnhancedCodes.all();
      case CAPABILITIES -> Keywords.all();
      case MECHANISMS -> Mechanisms.all();
      case PORTS -> Ports.all();
      case ALERTS -> Alerts.all();
      case REJECTIONS -> List.of(RejectionCause.values());
    };
  }

  /** The term that the last part of an address names. */
  public Optional<Entry> find(String segment) {
    return segment.length() > LONGEST ? Optional.empty() : known(segment).map(entry -> entry);
  }

  private Optional<? extends Entry> known(String segment) {
    return switch (this) {
      case CODES -> number(segment).flatMap(ReplyCodes::find);
      case STATUS -> EnhancedCodes.find(segment);
      case CAPABILITIES -> Keywords.find(segment);
      case MECHANISMS -> Mechanisms.find(segment);
      case PORTS -> number(segment).flatMap(Ports::find);
      case ALERTS -> number(segment).flatMap(Alerts::find);
      case REJECTIONS -> RejectionCause.find(segment);
    };
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
