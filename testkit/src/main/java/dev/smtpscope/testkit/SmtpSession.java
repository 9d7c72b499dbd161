package dev.smtpscope.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lives one connection as a {@link Behaviour} says. */
final class SmtpSession {
  private final Wire wire;
  private final Behaviour.Settings settings;
  private final Mischief mischief;
  private final MailTransaction mail;
  private String client = "unknown";
  private boolean refusing;

  SmtpSession(Wire wire, Behaviour behaviour) {
    this.wire = wire;
    this.settings = behaviour.settings();
    this.mischief = new Mischief(wire);
    this.mail = new MailTransaction(wire, settings);
  }

  void run() throws IOException {
    say(At.CONNECT, "");
    if (settings.implicitTls) {
      handshake();
    }
    refusing = say(greetingStage(), settings.greeting).startsWith("5");
    Optional<String> line = wire.readLine();
    while (line.isPresent()) {
      wire.recording().command(line.get());
      answer(line.get());
      line = wire.readLine();
    }
  }

  private At greetingStage() {
    return wire.secure() ? At.GREETING_IN_TLS : At.GREETING;
  }

  private void answer(String line) throws IOException {
    String[] words = line.split(" ", 2);
    String argument = words.length > 1 ? words[1] : "";
    String verb = words[0].toUpperCase(Locale.ROOT);
    if (refusing && !verb.equals("QUIT")) {
      send("503 5.5.1 Error: no service here", Shape.PLAIN);
      return;
    }
    switch (verb) {
      case "EHLO" -> hello(line, argument);
      case "STARTTLS" -> startTls(line, argument);
      case "QUIT" -> quit(line);
      default -> converse(line);
    }
  }

  private void hello(String line, String argument) throws IOException {
    client = argument;
    mail.reset();
    List<String> lines = new java.util.ArrayList<>(List.of(settings.hello));
    lines.addAll(settings.capabilities(wire.secure()));
    String reply = settings.replyTo(line).orElseGet(() -> Replies.multiline(250, lines));
    say(wire.secure() ? At.EHLO_IN_TLS : At.EHLO, reply);
  }

  private void startTls(String line, String argument) throws IOException {
    String said = say(At.STARTTLS, settings.replyTo(line).orElseGet(() -> readiness(argument)));
    if (said.startsWith("220") && settings.tls.isPresent() && !wire.secure()) {
      mail.reset();
      handshake();
    }
  }

  private String readiness(String argument) {
    if (wire.secure()) {
      return "503 5.5.1 Error: TLS already active";
    }
    if (settings.tls.isEmpty()) {
      return "502 5.5.1 Error: command not implemented";
    }
    return argument.isBlank() ? "220 2.0.0 Ready to start TLS" : "501 5.5.4 Syntax: STARTTLS";
  }

  private void handshake() throws IOException {
    List<Fault> faults = settings.faults(At.HANDSHAKE);
    if (faults.stream().allMatch(Fault.Pace.class::isInstance)) {
      wire.startTls(settings.tls.orElseThrow(), Shape.of(faults));
    } else {
      wire.readRecord();
      say(At.HANDSHAKE, "");
    }
  }

  private void quit(String line) throws IOException {
    say(At.QUIT, settings.replyTo(line).orElse("221 2.0.0 Bye"));
    throw new Hangup("quit");
  }

  private void converse(String line) throws IOException {
    Optional<String> fixed = settings.replyTo(line);
    if (fixed.isPresent()) {
      send(fixed.get(), Shape.PLAIN);
    } else {
      mail.answer(line);
    }
  }

  /** Says the reply that belongs to a stage, as its faults have it; gives what was said. */
  private String say(At at, String reply) throws IOException {
    List<Fault> faults = settings.faults(at);
    String said = Replies.wire(filled(reply));
    for (Fault fault : faults) {
      switch (fault) {
        case Fault.Instead instead -> mischief.perform(instead);
        case Fault.Edit edit -> said = edit.edit(said);
        case Fault.Pace _ -> {}
      }
    }
    sendOctets(said, Shape.of(faults));
    return said;
  }

  private void send(String reply, Shape shape) throws IOException {
    sendOctets(Replies.wire(filled(reply)), shape);
  }

  private void sendOctets(String octets, Shape shape) throws IOException {
    wire.send(octets, shape);
    if (octets.startsWith("421") || octets.startsWith("521")) {
      throw new Hangup("said " + octets.substring(0, 3));
    }
  }

  private String filled(String reply) {
    return reply.replace("{client}", client).replace("{peer}", wire.peer());
  }
}
