package dev.smtpscope.realservers;

import dev.smtpscope.judge.Fix;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code smtpd -n}, with a key and certificate that exist in the place of the reader's own. */
final class OpenSmtpdProofreader implements Proofreader {
  private static final String CERTIFICATE = "/etc/ssl/mail.example.org.fullchain.pem";
  private static final String KEY = "/etc/ssl/private/mail.example.org.key";

  @Override
  public List<String> objections(Fix.Configuration advised) {
    Workspace workspace = Workspace.create("smtpd-config");
    try {
      workspace.accounts(Map.of("opensmtpd", 1, "opensmtpq", 2));
      workspace.file("smtpd.conf", configuration(workspace, advised.lines()));
      Command.Output output = run(workspace);
      return output.text().contains("configuration OK") ? List.of() : output.lines();
    } finally {
      workspace.delete();
    }
  }

  private static String configuration(Workspace workspace, List<String> lines) {
    Pki.Identity identity = RealServers.pki().identity(Certificate.GOOD);
    String key = workspace.secret("key.pem", identity.key(), "root").toString();
    return String.join("\n", lines(lines))
        .replace(CERTIFICATE, identity.chain().toString())
        .replace(KEY, key);
  }

  /** Whole: a certificate is declared before it is used, and there is a rule. */
  private static List<String> lines(List<String> advised) {
    boolean declared = advised.stream().anyMatch(line -> line.startsWith("pki "));
    List<String> pki =
        List.of(
            "pki mail.example.org cert \"%s\"".formatted(CERTIFICATE),
            "pki mail.example.org key \"%s\"".formatted(KEY));
    return Stream.of(
            declared ? List.<String>of() : pki, advised, List.of("match from any for any reject\n"))
        .flatMap(List::stream)
        .toList();
  }

  private static Command.Output run(Workspace workspace) {
    Unpacked opensmtpd = Unpacked.of("opensmtpd");
    return workspace
        .within(
            List.of("/etc/passwd", "/etc/group"),
            List.of(opensmtpd.file("usr/sbin/smtpd"), "-n", "-f", workspace.path("smtpd.conf")))
        .with(opensmtpd.environment())
        .run();
  }
}
