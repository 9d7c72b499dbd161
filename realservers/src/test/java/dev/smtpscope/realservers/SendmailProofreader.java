package dev.smtpscope.realservers;

import dev.smtpscope.judge.Fix;
import java.util.List;

/** {@code m4} with Sendmail's own macros, and {@code sendmail} reading what comes of it. */
final class SendmailProofreader implements Proofreader {

  @Override
  public List<String> objections(Fix.Configuration advised) {
    Workspace workspace = Workspace.create("sendmail-config");
    try {
      SendmailServer.surroundings(workspace);
      workspace.file("sendmail.cf", SendmailServer.expand(advised.lines()));
      return run(workspace).lines().stream().filter(line -> line.contains("readcf:")).toList();
    } finally {
      workspace.delete();
    }
  }

  /** Its address test mode ends with standard input. */
  private static Command.Output run(Workspace workspace) {
    Unpacked sendmail = Unpacked.of("sendmail-bin");
    return workspace
        .within(
            SendmailServer.REPLACED,
            List.of(
                sendmail.file(SendmailServer.PROGRAM), "-C", workspace.path("sendmail.cf"), "-bt"))
        .with(sendmail.environment())
        .run();
  }
}
