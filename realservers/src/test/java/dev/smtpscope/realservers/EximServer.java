package dev.smtpscope.realservers;

import dev.smtpscope.realservers.Listener.Auth;
import dev.smtpscope.realservers.Listener.Tls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Exim with GnuTLS, as Debian builds it. It looks for an account {@code Debian-exim} when it
 * starts, whatever its configuration says, and so gets account files of its own.
 */
final class EximServer implements MailServer {
  private static final String OWNER = "daemon";

  @Override
  public Daemon start(Setup setup) {
    Unpacked exim = Unpacked.of("exim4-daemon-heavy");
    Workspace workspace = setup.workspace();
    workspace.accounts(Map.of("Debian-exim", 1));
    workspace.directory("spool", OWNER);
    workspace.secret("key.pem", setup.identity().key(), OWNER);
    String own = Template.fill("exim.conf", values(setup));
    workspace.file("exim.conf", following(setup, own));
    return Daemon.start(
        workspace,
        List.of("/etc/passwd", "/etc/group"),
        exim.environment(),
        List.of(exim.file("usr/sbin/exim4"), "-bdf", "-C", workspace.path("exim.conf")));
  }

  /** The configuration with the advised lines for its main section in place of its own. */
  private static String following(Setup setup, String own) {
    String key = setup.workspace().secret("good.pem", setup.good().key(), OWNER).toString();
    String configuration = own;
    for (String line : setup.advice().lines("Exim's main configuration")) {
      String name = line.substring(0, line.indexOf(" ="));
      String before = "(?m)^" + name + " =(.*\\\\\n)*.*\n";
      String advised =
          line.replace("/etc/exim4/mail.example.org.fullchain.pem", setup.good().chain().toString())
              .replace("/etc/exim4/mail.example.org.key", key);
      configuration = advised + "\n" + configuration.replaceAll(before, "");
    }
    return configuration;
  }

  private static Map<String, String> values(Setup setup) {
    var values = new HashMap<String, String>();
    values.put("workspace", setup.workspace().root().toString());
    values.put("host", Pki.HOST);
    values.put("ip", setup.ip());
    values.put("chain", setup.identity().chain().toString());
    values.put("key", setup.workspace().path("key.pem"));
    values.put("user", Account.USER);
    values.put("password", Account.PASSWORD);
    values.put("settings", String.join("\n", setup.scenario().settings()));
    values.put("ports", ports(setup, _ -> true));
    values.put("implicit", ports(setup, listener -> listener.tls() == Tls.IMPLICIT));
    values.put("starttls", ports(setup, Listener::offersStarttls));
    values.put("required", ports(setup, listener -> listener.tls() == Tls.STARTTLS_REQUIRED));
    values.put("authalways", ports(setup, listener -> listener.auth() == Auth.ALWAYS));
    values.put("authinside", ports(setup, listener -> listener.auth() == Auth.INSIDE_TLS));
    return values;
  }

  private static String ports(Setup setup, Predicate<Listener> which) {
    return setup.scenario().listeners().stream()
        .filter(which)
        .map(listener -> Integer.toString(listener.port()))
        .collect(Collectors.joining(" : "));
  }
}
