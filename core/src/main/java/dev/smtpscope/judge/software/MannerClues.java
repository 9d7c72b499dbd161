package dev.smtpscope.judge.software;

import static dev.smtpscope.judge.software.Clue.Weight.*;
import static dev.smtpscope.judge.software.Clue.offers;
import static dev.smtpscope.judge.software.Clue.ordered;
import static dev.smtpscope.judge.software.Clue.reads;
import static dev.smtpscope.judge.software.Clue.says;
import static dev.smtpscope.judge.software.Place.*;
import static dev.smtpscope.judge.software.Product.*;

import java.util.List;

/** How products greet, list their keywords and word their replies, whatever the banner says. */
final class MannerClues {
  private MannerClues() {}

  static final List<Clue> OPEN_SOURCE =
      List.of(
          ordered(
              STRONG,
              POSTFIX,
              7,
              "PIPELINING SIZE VRFY ETRN STARTTLS AUTH XVERP XCLIENT XFORWARD"
                  + " ENHANCEDSTATUSCODES 8BITMIME DSN SMTPUTF8 CHUNKING REQUIRETLS"),
          reads(HINT, POSTFIX, HELLO, "HOST"),
          reads(HINT, POSTFIX, STARTTLS, "2.0.0 Ready to start TLS"),
          reads(HINT, POSTFIX, QUIT, "2.0.0 Bye"),
          says(OWN, POSTFIX, REFUSAL, "HOST Error: too many connections from"),
          says(OWN, POSTFIX, REFUSAL, "5.5.2 Error: command not recognized"),
          says(OWN, POSTFIX, REFUSAL, "HOST Service ready - too many connections"),
          says(HABIT, POSTFIX, REFUSAL, "4.7.0 TLS not available due to local problem"),
          ordered(
              STRONG,
              EXIM,
              5,
              "SIZE LIMITS 8BITMIME DSN ETRN VRFY EXPN PIPELINING PIPECONNECT PIPE_CONNECT"
                  + " X_PIPE_CONNECT AUTH CHUNKING STARTTLS PRDR SMTPUTF8 ATRN HELP"),
          offers(OWN, EXIM, "PIPECONNECT"),
          offers(OWN, EXIM, "X_PIPE_CONNECT"),
          offers(STRONG, EXIM, "PRDR"),
          reads(HINT, EXIM, HELLO, "HOST Hello * [IP]"),
          reads(HABIT, EXIM, STARTTLS, "TLS go ahead"),
          reads(HABIT, EXIM, QUIT, "HOST closing connection"),
          says(HABIT, EXIM, REFUSAL, "SMTP synchronization error"),
          says(HABIT, EXIM, REFUSAL, "too many concurrent SMTP connections"),
          ordered(
              STRONG,
              SENDMAIL,
              6,
              "ENHANCEDSTATUSCODES PIPELINING EXPN VERB 8BITMIME SIZE DSN ETRN AUTH STARTTLS"
                  + " DELIVERBY HELP"),
          reads(HABIT, SENDMAIL, HELLO, "HOST Hello * [IP], pleased to meet you"),
          reads(HINT, SENDMAIL, STARTTLS, "2.0.0 Ready to start TLS"),
          reads(HABIT, SENDMAIL, QUIT, "2.0.0 HOST closing connection"),
          says(HABIT, SENDMAIL, REFUSAL, "HOST ESMTP not accepting messages"),
          ordered(STRONG, OPENSMTPD, 5, "8BITMIME ENHANCEDSTATUSCODES SIZE DSN STARTTLS AUTH HELP"),
          reads(HABIT, OPENSMTPD, HELLO, "HOST Hello * [IP], pleased to meet you"),
          reads(HINT, OPENSMTPD, STARTTLS, "2.0.0 Ready to start TLS"),
          reads(HINT, OPENSMTPD, QUIT, "2.0.0 Bye"),
          says(OWN, HARAKA, HELLO, "Haraka is at your service"),
          says(OWN, HARAKA, QUIT, "closing connection. Have a jolly good day"),
          says(OWN, QPSMTPD, QUIT, "closing connection. Have a wonderful day"),
          says(HABIT, QMAIL, REFUSAL, "(#5.5.1)"),
          says(HABIT, QMAIL, REFUSAL, "(#4.3.0)"),
          says(HABIT, QMAIL, REFUSAL, "(#5.7.1)"),
          reads(HABIT, QMAIL, STARTTLS, "ready for tls"),
          reads(HINT, QMAIL, QUIT, "HOST"),
          offers(OWN, COURIER, "XVERP=COURIER"),
          offers(OWN, COURIER, "XEXDATA"),
          reads(HINT, COURIER, HELLO, "HOST Ok."),
          reads(HABIT, JAMES, HELLO, "HOST Hello * [IP])"),
          reads(HABIT, JAMES, QUIT, "2.0.0 HOST Service closing transmission channel"),
          says(STRONG, DOVECOT, HELLO, "Dovecot"),
          reads(STRONG, DOVECOT, STARTTLS, "2.0.0 Begin TLS negotiation now."),
          ordered(
              STRONG,
              DOVECOT,
              6,
              "8BITMIME AUTH BINARYMIME BURL CHUNKING DSN ENHANCEDSTATUSCODES SIZE STARTTLS"
                  + " VRFY XCLIENT PIPELINING"),
          says(OWN, STALWART, HELLO, "you had me at EHLO"),
          says(OWN, CHASQUID, HELLO, "Your hour of destiny has come"),
          says(STRONG, KUMOMTA, HELLO, "Aloha"),
          says(OWN, KUMOMTA, QUIT, "So long, and thanks for all the fish"),
          reads(STRONG, NODEMAILER, HELLO, "HOST Nice to meet you, ..."),
          says(OWN, TWISTED, GREETING, "NO UCE NO UBE NO RELAY PROBES"),
          reads(HABIT, GO_SMTP, HELLO, "Hello *"),
          reads(HINT, GO_SMTP, QUIT, "2.0.0 Bye"),
          reads(HINT, GO_SMTP, GREETING, "HOST ESMTP Service Ready"));

  static final List<Clue> COMMERCIAL =
      List.of(
          offers(STRONG, EXCHANGE, "X-EXPS"),
          offers(STRONG, EXCHANGE, "X-ANONYMOUSTLS"),
          offers(STRONG, EXCHANGE, "X-LINK2STATE"),
          offers(STRONG, EXCHANGE, "XEXCH50"),
          offers(STRONG, EXCHANGE, "XRDST"),
          offers(STRONG, EXCHANGE, "XSHADOW"),
          offers(STRONG, EXCHANGE, "XSHADOWREQUEST"),
          reads(STRONG, EXCHANGE, STARTTLS, "2.0.0 SMTP server ready"),
          reads(HABIT, EXCHANGE, QUIT, "2.0.0 Service closing transmission channel"),
          reads(HINT, EXCHANGE, HELLO, "HOST Hello [IP]"),
          says(
              OWN,
              EXCHANGE,
              REFUSAL,
              "4.3.2 The maximum number of concurrent connections has exceeded a limit"),
          says(OWN, MAILENABLE, HELLO, "this server offers"),
          reads(HABIT, HMAILSERVER, QUIT, "goodbye"),
          ordered(HABIT, HMAILSERVER, 3, "SIZE STARTTLS AUTH HELP"),
          says(OWN, MDAEMON, QUIT, "See ya in cyberspace"),
          reads(STRONG, DOMINO, HELLO, "HOST Hello * ([IP]), pleased to meet you"),
          new Clue(CISCO_ASA, new Sign.MaskedGreeting(), OWN),
          new Clue(CISCO_ASA, new Sign.MaskedKeyword(), OWN),
          says(OWN, CISCO_ESA, REFUSAL, "due to the sending MTA's poor reputation"),
          says(HABIT, CISCO_ESA, REFUSAL, "#5.1.0 Address rejected"),
          reads(HABIT, CISCO_ESA, STARTTLS, "Go ahead with TLS"),
          ordered(HABIT, CISCO_ESA, 3, "8BITMIME SIZE STARTTLS"),
          reads(STRONG, FORTIMAIL, GREETING, "HOST ESMTP Smtpd; ..."),
          says(OWN, PROOFPOINT, REFUSAL, "ipcheck.proofpoint.com"),
          says(OWN, MIMECAST, REFUSAL, "community.mimecast.com"),
          reads(HABIT, MIMECAST, STARTTLS, "Starting TLS"));

  static final List<Clue> PROVIDERS =
      List.of(
          says(STRONG, GOOGLE, HELLO, "at your service, [IP]"),
          says(OWN, GOOGLE, QUIT, "gsmtp"),
          says(OWN, GOOGLE, REFUSAL, "gsmtp"),
          says(OWN, IONOS, REFUSAL, "Nemesis ESMTP Service not available"),
          says(OWN, MAILGUN, QUIT, "Yours truly, Mailgun"),
          says(HABIT, SENDGRID, QUIT, "See you later"),
          reads(HABIT, YAHOO, REFUSAL, "4.7.0 [TSS04] ..."));
}
