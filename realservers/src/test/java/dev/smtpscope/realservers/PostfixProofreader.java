package dev.smtpscope.realservers;

import dev.smtpscope.judge.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code postconf} and {@code postmap}; Dovecot's {@code doveconf} for what Postfix leaves to it.
 */
final class PostfixProofreader implements Proofreader {

  private static final String POSTFIX =
      """
      compatibility_level = 3.6
      mail_owner = daemon
      setgid_group = mail
      default_privs = nobody
      myhostname = mail.example.org
      """;
  private static final String DOVECOT =
      """
      ssl = no
      default_login_user = daemon
      default_internal_user = bin
      """;

  @Override
  public List<String> objections(Fix.Configuration advised) {
    Workspace workspace = Workspace.create("postconf");
    try {
      return objections(workspace, advised.where(), String.join("\n", advised.lines()) + "\n");
    } finally {
      workspace.delete();
    }
  }

  private static List<String> objections(Workspace workspace, String where, String lines) {
    return switch (where) {
      case "/etc/postfix/main.cf" -> postconf(workspace, lines, "");
      case "/etc/postfix/master.cf" -> postconf(workspace, "", lines);
      case "/etc/dovecot/conf.d/10-auth.conf" -> doveconf(workspace, lines);
      case "the access table that holds the text" -> postmap(workspace, lines);
      case "shell" -> complaining(Command.of("bash", "-n", "-c", lines));
      default -> List.of("not a place of Postfix's: " + where);
    };
  }

  private static List<String> postconf(Workspace workspace, String main, String master) {
    workspace.file("main.cf", POSTFIX + main);
    workspace.file("master.cf", master);
    return Stream.of("-n", "-M", "-P")
        .flatMap(what -> complaining(program("postconf", workspace, what)).stream())
        .filter(line -> line.contains("warning:") || line.contains("fatal:"))
        .toList();
  }

  /** The table answers for the name it begins with. */
  private static List<String> postmap(Workspace workspace, String lines) {
    workspace.file("main.cf", POSTFIX);
    String name = lines.split(" ", 2)[0];
    String table = "texthash:" + workspace.file("access", lines);
    return complaining(program("postmap", workspace, "-q", name, table)).stream()
        .filter(line -> !line.matches("[45]\\d\\d .*"))
        .toList();
  }

  private static List<String> doveconf(Workspace workspace, String lines) {
    Unpacked dovecot = Unpacked.of("dovecot-submissiond");
    String file = workspace.file("dovecot.conf", DOVECOT + lines).toString();
    Command.Output output =
        Command.of(dovecot.file("usr/bin/doveconf"), "-n", "-c", file)
            .with(dovecot.environment())
            .run();
    return output.status() == 0 ? List.of() : output.lines();
  }

  private static Command program(String name, Workspace workspace, String... more) {
    Unpacked postfix = Unpacked.of("postfix");
    var words = new ArrayList<>(List.of(postfix.file("usr/sbin/" + name)));
    words.addAll(List.of("-c", workspace.root().toString()));
    words.addAll(List.of(more));
    return Command.of(words).with(postfix.environment());
  }

  private static List<String> complaining(Command command) {
    return command.run().lines();
  }
}
