package dev.smtpscope.realservers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * OpenSMTPD. Its directories and account names are fixed when it is built: it sees its own in their
 * place.
 */
final class OpenSmtpdServer implements MailServer {

  @Override
  public Daemon start(Setup setup) {
    Unpacked opensmtpd = Unpacked.of("opensmtpd");
    Workspace workspace = setup.workspace();
    workspace.accounts(Map.of("opensmtpd", 1, "opensmtpq", 2));
    workspace.directory("var/spool/smtpd", "root");
    workspace.directory("var/lib/opensmtpd/empty", "root");
    workspace.directory("run", "root");
    workspace.secret("key.pem", setup.identity().key(), "root");
    workspace.file("smtpd.conf", configuration(setup));
    return Daemon.start(
        workspace,
        List.of("/etc/passwd", "/etc/group", "/var/spool", "/var/lib", "/run"),
        opensmtpd.environment(),
        List.of(opensmtpd.file("usr/sbin/smtpd"), "-d", "-f", workspace.path("smtpd.conf")));
  }

  private static String configuration(Setup setup) {
    return Template.fill(
        "smtpd.conf",
        Map.of(
            "chain", setup.identity().chain().toString(),
            "key", setup.workspace().path("key.pem"),
            "user", Account.USER,
            "password",
                Command.of("openssl", "passwd", "-6", Account.PASSWORD).succeed().text().strip(),
            "listeners", listeners(setup),
            "settings", String.join("\n", setup.scenario().settings())));
  }

  private static String listeners(Setup setup) {
    return setup.advice().equals(Advice.NONE)
        ? setup.scenario().listeners().stream()
            .map(listener -> line(setup.ip(), listener))
            .collect(Collectors.joining("\n"))
        : advised(setup);
  }

  /** Advised lines in the listeners' place. */
  private static String advised(Setup setup) {
    Path key = setup.workspace().secret("good.pem", setup.good().key(), "root");
    return setup.advice().lines("smtpd.conf").stream()
        .map(line -> line.replace("0.0.0.0", setup.ip()))
        .map(line ->
            line.replace(
                "/etc/ssl/mail.example.org.fullchain.pem", setup.good().chain().toString()))
        .map(line -> line.replace("/etc/ssl/private/mail.example.org.key", key.toString()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String ip, Listener listener) {
    return "listen on %s port %d %s %s hostname %s"
        .formatted(ip, listener.port(), tls(listener.tls()), auth(listener.auth()), Pki.HOST);
  }

  private static String tls(Listener.Tls tls) {
    return switch (tls) {
      case NONE -> "";
      case STARTTLS -> "tls pki own";
      case STARTTLS_REQUIRED -> "tls-require pki own";
      case IMPLICIT -> "smtps pki own";
    };
  }

  private static String auth(Listener.Auth auth) {
    return auth == Listener.Auth.NEVER ? "" : "auth-optional <accounts>";
  }
}
