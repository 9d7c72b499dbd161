package dev.smtpscope.realservers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Postfix's {@code posttls-finger} makes of a server's TLS and certificate. */
final class PosttlsFinger {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(Verified|Trusted|Untrusted|Anonymous) TLS connection established to [^ ]+"
              + " (TLSv[.0-9]+) with cipher ([^ ]+)(?:.* key-exchange ([^ ]+))?.*");

  /** How far the certificate is to be believed. */
  enum Trust {
    ANONYMOUS,
    /** The chain or the name is not good. */
    UNTRUSTED,
    /** The chain is good; the name was not asked for. */
    TRUSTED,
    /** Chain and name are good. */
    VERIFIED
  }

  /**
   * @param keyExchange group, TLS 1.3 only
   */
  record Summary(Trust trust, String protocol, String cipher, Optional<String> keyExchange) {}

  /**
   * @param summary empty when there was no TLS; the output says why
   */
  record Result(Optional<Summary> summary, String output) {}

  private PosttlsFinger() {}

  /** Connects, expecting the host's name and trusting the root of the server's PKI. */
  static Result connect(RunningServer server, Listener listener) {
    Unpacked postfix = Unpacked.of("postfix");
    var words = new ArrayList<>(List.of(postfix.file("usr/sbin/posttls-finger"), "-c"));
    words.addAll(List.of("-l", "secure", "-L", "summary", "-T", "20", "-t", "20", "-s", Pki.HOST));
    words.addAll(List.of("-F", server.pki().root().toString()));
    if (listener.tls() == Listener.Tls.IMPLICIT) {
      words.add("-w");
    }
    words.addAll(List.of("[%s]:%d".formatted(server.ip(), listener.port()), Pki.HOST));
    Command command =
        Command.of(words)
            .with(postfix.environment())
            .with(Map.of("MAIL_CONFIG", server.workspace().path("client")));
    return parse(command.run().text());
  }

  static Result parse(String output) {
    Optional<Summary> summary =
        output
            .lines()
            .map(SUMMARY::matcher)
            .filter(Matcher::find)
            .map(PosttlsFinger::summary)
            .findFirst();
    return new Result(summary, output);
  }

  private static Summary summary(Matcher found) {
    return new Summary(
        Trust.valueOf(found.group(1).toUpperCase(Locale.ROOT)),
        found.group(2),
        found.group(3),
        Optional.ofNullable(found.group(4)));
  }
}
