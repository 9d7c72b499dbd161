package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.judge.EndpointContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The marks of a firewall that overwrites SMTP: asterisks in the greeting, keywords of X. */
final class Mask {
  private static final Pattern KEYWORD = Pattern.compile("X{4,}[A-Z]?|XXX[A-Z]");

  private Mask() {}

  static boolean isOn(EndpointContext context) {
    return !evidence(context).isEmpty();
  }

  /** The lines that bear the marks. */
  static List<String> evidence(EndpointContext context) {
    List<String> lines = new ArrayList<>();
    ServerName.in(context.endpoint().greeting())
        .filter(ServerName::isMasked)
        .flatMap(name -> context.endpoint().greeting().received())
        .ifPresent(reply -> lines.addAll(Evidence.of(reply)));
    lines.addAll(
        Evidence.of(
            context.plainCapabilities().all().stream()
                .filter(c -> KEYWORD.matcher(c.keyword()).matches())));
    return lines;
  }
}
