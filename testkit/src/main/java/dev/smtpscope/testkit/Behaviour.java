package dev.smtpscope.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a mail server behaves: a minimal server after RFC 5321 unless told otherwise. Immutable; each
 * method gives a changed copy.
 *
 * <pre>{@code
 * Behaviour.of("mx.example.net")
 *     .greeting("220 mx.example.net ESMTP ready")
 *     .capabilities("PIPELINING", "SIZE 10240000", "STARTTLS")
 *     .tls(ServerTls.of(ca.chain("mx.example.net")))
 *     .reply("RCPT TO:<nobody@", "550 5.1.1 No such user")
 *     .fault(new Fault.Delay(At.GREETING, Duration.ofSeconds(3)));
 * }</pre>
 *
 * <p>A reply is its lines with codes, parted by line feeds: {@code "250-first\n250 second"}. In
 * replies {@code {client}} stands for the argument of the client's EHLO and {@code {peer}} for its
 * address.
 */
public final class Behaviour implements Personality {
  private final Settings settings;

  private Behaviour(Settings settings) {
    this.settings = settings;
  }

  /** A server of this name that has no extension. */
  public static Behaviour of(String host) {
    return new Behaviour(new Settings(host));
  }

  /** The reply that opens the session. */
  public Behaviour greeting(String reply) {
    return with(s -> s.greeting = reply);
  }

  /** The first line of the answer to EHLO, without its code. */
  public Behaviour hello(String line) {
    return with(s -> s.hello = line);
  }

  /** The keywords before TLS, and unless set apart those inside TLS, there without STARTTLS. */
  public Behaviour capabilities(String... lines) {
    return with(s -> s.capabilities = List.of(lines));
  }

  /** The keywords inside TLS. */
  public Behaviour capabilitiesInTls(String... lines) {
    return with(s -> s.capabilitiesInTls = Optional.of(List.of(lines)));
  }

  /** One more keyword line, before and inside TLS. */
  public Behaviour capability(String line) {
    return with(s -> {
      List<String> inTls = plus(s.inTls(), line);
      s.capabilities = plus(s.capabilities, line);
      s.capabilitiesInTls = Optional.of(inTls);
    });
  }

  /** Does without a keyword, before and inside TLS. */
  public Behaviour without(String keyword) {
    return with(s -> {
      List<String> inTls = Settings.minus(s.inTls(), keyword);
      s.capabilities = Settings.minus(s.capabilities, keyword);
      s.capabilitiesInTls = Optional.of(inTls);
    });
  }

  /** Answers STARTTLS, where a keyword line offers it or not, with a handshake of this kind. */
  public Behaviour tls(ServerTls tls) {
    return with(s -> s.tls = Optional.of(tls));
  }

  /** Begins with the handshake (RFC 8314). */
  public Behaviour implicitTls(ServerTls tls) {
    return with(s -> {
      s.tls = Optional.of(tls);
      s.implicitTls = true;
    });
  }

  /** Refuses mail and AUTH outside TLS with 530. */
  public Behaviour requireTls() {
    return with(s -> s.requireTls = true);
  }

  /** Refuses mail without AUTH with 530. */
  public Behaviour requireAuth() {
    return with(s -> s.requireAuth = true);
  }

  /** Somebody who may log in with AUTH PLAIN or LOGIN; others are told 535. */
  public Behaviour account(String user, String password) {
    return with(s -> s.accounts.put(user, password));
  }

  /** The reply to all commands that begin so, case aside; the longest beginning wins. */
  public Behaviour reply(String command, String reply) {
    return with(s -> s.replies.put(command.toUpperCase(Locale.ROOT), reply));
  }

  /** The reply to commands the server does not know. */
  public Behaviour unknown(String reply) {
    return with(s -> s.unknown = reply);
  }

  /** Misbehaves in all these ways. */
  public Behaviour faults(Fault... faults) {
    Behaviour misbehaving = this;
    for (Fault fault : faults) {
      misbehaving = misbehaving.fault(fault);
    }
    return misbehaving;
  }

  /** One more way to misbehave. */
  public Behaviour fault(Fault fault) {
    return with(s -> s.faults = plus(s.faults, fault));
  }

  Settings settings() {
    return settings;
  }

  private Behaviour with(Consumer<Settings> change) {
    Settings copy = settings.copy();
    change.accept(copy);
    return new Behaviour(copy);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }

  /** The values behind a behaviour; changed only before it is published. */
  static final class Settings {
    final String host;
    String greeting;
    String hello;
    String unknown = "500 5.5.2 Error: command not recognized";
    List<String> capabilities = List.of();
    Optional<List<String>> capabilitiesInTls = Optional.empty();
    Optional<ServerTls> tls = Optional.empty();
    boolean implicitTls;
    boolean requireTls;
    boolean requireAuth;
    Map<String, String> accounts = new LinkedHashMap<>();
    Map<String, String> replies = new LinkedHashMap<>();
    List<Fault> faults = List.of();

    Settings(String host) {
      this.host = host;
      this.greeting = "220 " + host + " ESMTP";
      this.hello = host;
    }

    List<String> inTls() {
      return capabilitiesInTls.orElseGet(() -> minus(capabilities, "STARTTLS"));
    }

    List<String> capabilities(boolean secure) {
      return secure ? inTls() : capabilities;
    }

    Optional<String> replyTo(String line) {
      String command = line.toUpperCase(Locale.ROOT);
      return replies.keySet().stream()
          .filter(command::startsWith)
          .max(java.util.Comparator.comparingInt(String::length))
          .map(replies::get);
    }

    List<Fault> faults(At at) {
      return faults.stream().filter(fault -> fault.at() == at).toList();
    }

    static List<String> minus(List<String> lines, String keyword) {
      return lines.stream()
          .filter(line -> !line.split("[ =]", 2)[0].equalsIgnoreCase(keyword))
          .toList();
    }

    private Settings copy() {
      Settings copy = new Settings(host);
      copy.greeting = greeting;
      copy.hello = hello;
      copy.unknown = unknown;
      copy.capabilities = capabilities;
      copy.capabilitiesInTls = capabilitiesInTls;
      copy.tls = tls;
      copy.implicitTls = implicitTls;
      copy.requireTls = requireTls;
      copy.requireAuth = requireAuth;
      copy.accounts = new LinkedHashMap<>(accounts);
      copy.replies = new LinkedHashMap<>(replies);
      copy.faults = faults;
      return copy;
    }
  }
}
