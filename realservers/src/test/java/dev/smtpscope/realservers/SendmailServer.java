package dev.smtpscope.realservers;

import dev.smtpscope.realservers.Listener.Auth;
import dev.smtpscope.realservers.Listener.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sendmail. It takes keys only from directories that no one else may write to, so that its
 * workspace's own are seen as {@code /mnt}, and waits for a qualified name of the machine, so that
 * it sees a {@code /etc/hosts} with one.
 */
final class SendmailServer implements MailServer {
  static final String PROGRAM = "usr/libexec/sendmail/sendmail";
  static final List<String> REPLACED = List.of("/etc/passwd", "/etc/group", "/etc/hosts", "/mnt");
  private static final List<String> TLS =
      List.of(
          "define(`confCACERT_PATH', `/etc/ssl/certs')dnl",
          "define(`confCACERT', `/mnt/chain.pem')dnl",
          "define(`confSERVER_CERT', `/mnt/chain.pem')dnl",
          "define(`confSERVER_KEY', `/mnt/key.pem')dnl");
  private static final String MACROS = "usr/share/sendmail/cf/";

  @Override
  public Daemon start(Setup setup) {
    Unpacked sendmail = Unpacked.of("sendmail-bin");
    Workspace workspace = setup.workspace();
    surroundings(workspace);
    workspace.directory("queue", "root");
    workspace.secret("mnt/key.pem", setup.identity().key(), "root");
    workspace.secret("mnt/chain.pem", setup.identity().chain(), "root");
    workspace.secret("mnt/good.key", setup.good().key(), "root");
    workspace.secret("mnt/good.pem", setup.good().chain(), "root");
    workspace.file("sendmail.cf", expand(lines(setup)));
    return Daemon.start(
        workspace,
        REPLACED,
        sendmail.environment(),
        List.of(sendmail.file(PROGRAM), "-C", workspace.path("sendmail.cf"), "-bD"));
  }

  /** Makes what {@link #REPLACED} needs. */
  static void surroundings(Workspace workspace) {
    workspace.accounts(Map.of("smmta", 1, "smmsp", 2));
    workspace.directory("mnt", "root");
    workspace.file("etc/hosts", "127.0.0.1 %s localhost %s\n".formatted(Pki.HOST, machine()));
  }

  /** {@code sendmail.cf} with these lines in its {@code sendmail.mc}. */
  static String expand(List<String> lines) {
    Unpacked macros = Unpacked.of("sendmail-cf");
    String cf = macros.file(MACROS);
    return Command.of("sh", "-c", "\"$0\" -D_CF_DIR_=\"$1/\" \"$1/m4/cf.m4\" -", m4(macros), cf)
        .with(macros.environment())
        .input(whole(lines))
        .succeed()
        .text();
  }

  /** Lines of a section of its own come after the mailers. */
  private static String whole(List<String> lines) {
    int section = lines.indexOf("LOCAL_CONFIG");
    int end = section < 0 ? lines.size() : section;
    return Stream.of(
            List.of("OSTYPE(`linux')dnl"),
            lines.subList(0, end),
            List.of("MAILER(`smtp')dnl"),
            lines.subList(end, lines.size()))
        .flatMap(List::stream)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String m4(Unpacked macros) {
    Path own = Path.of(macros.file("usr/bin/m4"));
    return Files.exists(own) ? own.toString() : "m4";
  }

  private static List<String> lines(Setup setup) {
    String fixed =
        Template.fill(
            "sendmail.mc",
            Map.of("workspace", setup.workspace().root().toString(), "host", Pki.HOST));
    boolean tls = setup.scenario().listeners().stream().anyMatch(it -> it.tls() != Tls.NONE);
    Stream<String> listeners =
        setup.scenario().listeners().stream().map(listener -> options(setup.ip(), listener));
    return Stream.of(
            fixed.lines(), tls ? TLS.stream() : Stream.<String>empty(), listeners, advised(setup))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> advised(Setup setup) {
    return setup.advice().lines("/etc/mail/sendmail.mc").stream()
        .map(line -> line.replaceAll("/etc/mail/certs/mail.example.org(.fullchain)?", "/mnt/good"));
  }

  private static String options(String ip, Listener listener) {
    return "DAEMON_OPTIONS(`Addr=%s, Port=%d, Name=P%d, M=%s')dnl"
        .formatted(ip, listener.port(), listener.port(), modifiers(listener));
  }

  /** A: no AUTH; s: TLS at once. */
  private static String modifiers(Listener listener) {
    String auth = listener.auth() == Auth.NEVER ? "A" : "";
    return auth
        + switch (listener.tls()) {
          case NONE, STARTTLS, STARTTLS_REQUIRED -> "";
          case IMPLICIT -> "s";
        };
  }

  private static String machine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
