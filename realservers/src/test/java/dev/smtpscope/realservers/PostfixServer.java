package dev.smtpscope.realservers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Postfix: {@code master} run in the foreground with a configuration, queue and data directory of
 * its own. Its two accounts are ones that every Unix has.
 */
final class PostfixServer implements MailServer {
  private static final String MAIN = "/etc/postfix/main.cf";
  private static final String OWNER = "daemon";
  private static final List<String> QUEUES =
      List.of(
          "active",
          "bounce",
          "corrupt",
          "defer",
          "deferred",
          "flush",
          "hold",
          "incoming",
          "maildrop",
          "private",
          "public",
          "saved",
          "trace");

  @Override
  public Daemon start(Setup setup) {
    Unpacked postfix = Unpacked.of("postfix");
    Workspace workspace = setup.workspace();
    queues(workspace);
    workspace.file("etc/main.cf", main(setup, postfix) + advised(setup));
    workspace.file("etc/master.cf", master(setup));
    return Daemon.start(
        workspace,
        List.of(),
        postfix.environment(),
        List.of(postfix.file("usr/lib/postfix/sbin/master"), "-d", "-c", workspace.path("etc")));
  }

  /** The directories that Postfix keeps its mail and its state in. */
  static void queues(Workspace workspace) {
    QUEUES.forEach(queue -> workspace.directory("queue/" + queue, OWNER));
    workspace.directory("queue/pid", "root");
    workspace.directory("data", OWNER);
  }

  private static String main(Setup setup, Unpacked postfix) {
    return Template.fill(
        "main.cf",
        Map.of(
            "workspace", setup.workspace().root().toString(),
            "package", postfix.root().toString(),
            "host", Pki.HOST,
            "chain", setup.identity().chain().toString(),
            "key", setup.identity().key().toString(),
            "sasl", DovecotAuth.shared().path(),
            "settings", String.join("\n", setup.scenario().settings())));
  }

  /** Advised lines of main.cf, which prevail because they come last. */
  private static String advised(Setup setup) {
    Workspace workspace = setup.workspace();
    String chain = workspace.together("good.pem", setup.good().key(), setup.good().chain());
    return setup.advice().lines(MAIN).stream()
        .map(line -> line.replace("/etc/postfix/mail.example.org.pem", chain) + "\n")
        .collect(Collectors.joining());
  }

  private static String master(Setup setup) {
    String listeners =
        setup.scenario().listeners().stream()
            .map(listener -> service(setup, listener))
            .collect(Collectors.joining());
    return Template.fill("master.cf", Map.of("listeners", listeners));
  }

  private static String service(Setup setup, Listener listener) {
    return "%s:%d inet n - n - - smtpd\n".formatted(setup.ip(), listener.port())
        + settings(listener).entrySet().stream()
            .filter(setting -> !setup.advice().sets(MAIN, setting.getKey()))
            .map(setting -> " -o %s=%s\n".formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
  }

  private static Map<String, String> settings(Listener listener) {
    return Map.of(
        "smtpd_tls_security_level", level(listener.tls()),
        "smtpd_tls_wrappermode", yes(listener.tls() == Listener.Tls.IMPLICIT),
        "smtpd_sasl_auth_enable", yes(listener.auth() != Listener.Auth.NEVER),
        "smtpd_tls_auth_only", yes(listener.auth() == Listener.Auth.INSIDE_TLS));
  }

  private static String level(Listener.Tls tls) {
    return switch (tls) {
      case NONE -> "none";
      case STARTTLS -> "may";
      case STARTTLS_REQUIRED, IMPLICIT -> "encrypt";
    };
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
