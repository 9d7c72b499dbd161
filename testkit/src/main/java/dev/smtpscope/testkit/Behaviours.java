package dev.smtpscope.testkit;

/**
 * Mail servers as they are met in the field: greeting, keywords and wording of well-known software,
 * and some ways to set it up badly. Versions and dates are fixed. None has TLS until it is given a
 * certificate; all of them offer STARTTLS unless said otherwise.
 *
 * <pre>{@code
 * Behaviours.exim("mx.example.net").tls(ServerTls.of(ca.chain("mx.example.net")));
 * }</pre>
 */
public final class Behaviours {
  private static final String DATE = "Tue, 10 Nov 2026 10:00:00 +0000";

  private Behaviours() {}

  /** Postfix as Debian ships it, for port 25. */
  public static Behaviour postfix(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " ESMTP Postfix (Debian/GNU)")
        .capabilities(
            "PIPELINING",
            "SIZE 10240000",
            "VRFY",
            "ETRN",
            "STARTTLS",
            "ENHANCEDSTATUSCODES",
            "8BITMIME",
            "DSN",
            "SMTPUTF8",
            "CHUNKING")
        .reply("HELP", "502 5.5.1 Error: command not implemented");
  }

  /** Exim. */
  public static Behaviour exim(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " ESMTP Exim 4.98 " + DATE)
        .hello(host + " Hello {client} [{peer}]")
        .capabilities(
            "SIZE 52428800",
            "LIMITS MAILMAX=1000 RCPTMAX=50000",
            "8BITMIME",
            "PIPELINING",
            "PIPECONNECT",
            "CHUNKING",
            "STARTTLS",
            "PRDR",
            "HELP")
        .reply("STARTTLS", "220 TLS go ahead")
        .reply("MAIL", "250 OK")
        .reply("QUIT", "221 " + host + " closing connection")
        .reply("VRFY", "252 Administrative prohibition")
        .unknown("500 unrecognized command");
  }

  /** OpenSMTPD. */
  public static Behaviour opensmtpd(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " ESMTP OpenSMTPD")
        .hello(host + " Hello {client} [{peer}], pleased to meet you")
        .capabilities("8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 36700160", "DSN", "STARTTLS", "HELP")
        .unknown("500 5.5.1 Invalid command: Command unrecognized");
  }

  /** Sendmail. */
  public static Behaviour sendmail(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " ESMTP Sendmail 8.18.1/8.18.1; " + DATE)
        .hello(host + " Hello {client} [{peer}], pleased to meet you")
        .capabilities(
            "ENHANCEDSTATUSCODES",
            "PIPELINING",
            "8BITMIME",
            "SIZE",
            "DSN",
            "ETRN",
            "STARTTLS",
            "DELIVERBY",
            "HELP")
        .reply("QUIT", "221 2.0.0 " + host + " closing connection")
        .unknown("500 5.5.1 Command unrecognized");
  }

  /** Microsoft Exchange. */
  public static Behaviour exchange(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " Microsoft ESMTP MAIL Service ready at " + DATE)
        .hello(host + " Hello [{peer}]")
        .capabilities(
            "SIZE 37748736",
            "PIPELINING",
            "DSN",
            "ENHANCEDSTATUSCODES",
            "STARTTLS",
            "X-ANONYMOUSTLS",
            "AUTH NTLM",
            "X-EXPS GSSAPI NTLM",
            "8BITMIME",
            "BINARYMIME",
            "CHUNKING",
            "XRDST")
        .reply("STARTTLS", "220 2.0.0 SMTP server ready")
        .reply("QUIT", "221 2.0.0 Service closing transmission channel")
        .unknown("500 5.3.3 Unrecognized command");
  }

  /** Haraka. */
  public static Behaviour haraka(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " ESMTP Haraka/3.0.5 ready")
        .hello(host + " Hello {client} [{peer}]Haraka is at your service.")
        .capabilities("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 0", "STARTTLS")
        .reply("STARTTLS", "220 Go ahead.")
        .reply("QUIT", "221 " + host + " closing connection. Have a jolly good day.")
        .unknown("500 Unrecognized command");
  }

  /** Postfix behind a Cisco firewall that inspects SMTP: STARTTLS is there and cannot be seen. */
  public static Behaviour ciscoAsa(String host) {
    return postfix(host)
        .fault(new Fault.MaskedCapabilities(At.GREETING))
        .fault(new Fault.MaskedCapabilities(At.EHLO));
  }

  /** A well-kept submission server (587): STARTTLS first, then AUTH, then mail. */
  public static Behaviour submission(String host) {
    return postfix(host)
        .capabilitiesInTls(
            "PIPELINING",
            "SIZE 10240000",
            "AUTH PLAIN LOGIN",
            "ENHANCEDSTATUSCODES",
            "8BITMIME",
            "DSN",
            "SMTPUTF8",
            "CHUNKING")
        .requireTls()
        .requireAuth();
  }

  /** A well-kept submission server with implicit TLS (465). */
  public static Behaviour submissions(String host, ServerTls tls) {
    return submission(host).implicitTls(tls);
  }

  /** A submission server that takes passwords in plain text. */
  public static Behaviour plainAuthOnSubmission(String host) {
    return postfix(host).capability("AUTH PLAIN LOGIN").requireAuth();
  }

  /** A submission server that asks nobody who he is. */
  public static Behaviour noAuthOnSubmission(String host) {
    return postfix(host);
  }

  /** A server without STARTTLS. */
  public static Behaviour withoutStartTls(String host) {
    return postfix(host).without("STARTTLS");
  }

  /** A server that offers STARTTLS and says it is not to be had now. */
  public static Behaviour tlsUnavailable(String host) {
    return postfix(host).reply("STARTTLS", "454 4.7.0 TLS not available due to local problem");
  }

  /** A server on port 25 that takes nothing outside TLS, against RFC 3207 section 4. */
  public static Behaviour tlsForAll(String host) {
    return postfix(host).requireTls();
  }

  /** A server older than EHLO. */
  public static Behaviour heloOnly(String host) {
    return Behaviour.of(host)
        .greeting("220 " + host + " SMTP ready")
        .reply("EHLO", "502 Command not implemented");
  }

  /** A server that asks everybody to come back later. */
  public static Behaviour greylisting(String host) {
    return postfix(host)
        .reply("RCPT", "450 4.2.0 Recipient address rejected: Greylisted, try again later");
  }

  /** A server that found its client in a block list. */
  public static Behaviour blocking(String host) {
    return postfix(host)
        .greeting("554 5.7.1 Service unavailable; client [{peer}] blocked using bl.example.org");
  }

  /** A server that has had enough connections of its client. */
  public static Behaviour tooManyConnections(String host) {
    return postfix(host).greeting("421 4.7.0 " + host + " Error: too many connections from {peer}");
  }
}
