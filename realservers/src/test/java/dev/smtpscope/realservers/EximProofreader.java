package dev.smtpscope.realservers;

import dev.smtpscope.judge.Fix;
import java.util.List;
import java.util.Map;

/**
 * {@code exim4 -bV}, which reads the whole configuration. Lines for Exim built with OpenSSL are
 * left out: Debian builds it with GnuTLS.
 */
final class EximProofreader implements Proofreader {

  @Override
  public List<String> objections(Fix.Configuration advised) {
    Workspace workspace = Workspace.create("exim-config");
    try {
      workspace.accounts(Map.of("Debian-exim", 1));
      workspace.file("exim.conf", "keep_environment =\n" + section(advised));
      Command.Output output = run(workspace);
      boolean taken = output.status() == 0 || isForOpenSsl(advised, output);
      return output.lines().stream()
          .dropWhile(line -> taken || !line.contains("Exim configuration error"))
          .toList();
    } finally {
      workspace.delete();
    }
  }

  /** Debian's Exim has read the option, and says that it is for the other library. */
  private static boolean isForOpenSsl(Fix.Configuration advised, Command.Output output) {
    return advised.where().endsWith("(built with OpenSSL)")
        && output.lines().contains("  openssl_options is set but we're using GnuTLS");
  }

  private static String section(Fix.Configuration advised) {
    String lines = String.join("\n", forGnuTls(advised.lines())) + "\n";
    return switch (advised.where()) {
      case "Exim's main configuration", "Exim's main configuration (built with OpenSSL)" -> lines;
      case "Exim's authenticators" -> "begin authenticators\n" + lines;
      case "the ACL that holds the text" -> "begin acl\ncheck:\n" + lines;
      default -> "not a place of Exim's: " + advised.where();
    };
  }

  /** The lines without those under a comment that gives them to OpenSSL. */
  static List<String> forGnuTls(List<String> lines) {
    int openssl = lines.indexOf("# built with OpenSSL");
    int gnutls = lines.indexOf("# built with GnuTLS, as in Debian");
    return openssl < 0 ? lines : lines.subList(gnutls, lines.size());
  }

  private static Command.Output run(Workspace workspace) {
    Unpacked exim = Unpacked.of("exim4-daemon-heavy");
    return workspace
        .within(
            List.of("/etc/passwd", "/etc/group"),
            List.of(exim.file("usr/sbin/exim4"), "-C", workspace.path("exim.conf"), "-bV"))
        .with(exim.environment())
        .run();
  }
}
