package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyWordingTest {
  @ParameterizedTest(name = "{3}: {0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Postfix
          554 | 5.7.1 | Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.7 | BLOCK_LIST | Spamhaus ZEN
          554 | 5.7.1 | Service unavailable; Client host [192.0.2.7] blocked using b.barracudacentral.org; http://www.barracudanetworks.com/reputation/?pr=1&ip=192.0.2.7 | BLOCK_LIST | Barracuda
          550 | 5.7.1 | Service unavailable; client [192.0.2.7] blocked using rbl.example.net; see the list | BLOCK_LIST | rbl.example.net
          554 | 5.7.1 | Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/192.0.2.53/ | BLOCK_LIST_MISUSE | Spamhaus ZEN
          450 | 4.7.25 | Client host rejected: cannot find your hostname, [192.0.2.7] | REVERSE_DNS |
          450 | 4.7.1 | Client host rejected: cannot find your reverse hostname, [192.0.2.7] | REVERSE_DNS |
          421 | 4.7.0 | mx.example.org Error: too many connections from 192.0.2.7 | TOO_MANY_CONNECTIONS |
          421 | 4.7.0 | mx.example.org Error: too many new TLS sessions from client.example.net[192.0.2.7] | TOO_MANY_CONNECTIONS |
          450 | 4.7.1 | Error: too much mail from 192.0.2.7 | RATE_LIMIT |
          421 | 4.7.0 | mx.example.org Error: too many errors | TOO_MANY_ERRORS |
          421 | 4.4.2 | mx.example.org Error: timeout exceeded | IDLE_TIMEOUT |
          421 | 4.3.2 | All server ports are busy | SERVER_BUSY |
          550 | 5.5.1 | Protocol error | EARLY_TALKER |
          530 | 5.7.0 | Must issue a STARTTLS command first | TLS_REQUIRED |
          454 | 4.7.0 | TLS not available due to local problem | TLS_UNAVAILABLE |
          535 | 5.7.8 | Error: authentication failed: UGFzc3dvcmQ6 | AUTHENTICATION_FAILED |
          454 | 4.7.0 | Temporary authentication failure: Connection lost to authentication server | SERVER_ERROR |
          554 | 5.7.1 | <someone@example.org>: Relay access denied | RELAY_DENIED |
          554 | 5.7.1 | <unknown[192.0.2.7]>: Client host rejected: Access denied | POLICY |
          504 | 5.5.2 | <localhost>: Helo command rejected: need fully-qualified hostname | HELO_REJECTED |
          450 | 4.1.8 | <a@nowhere.example>: Sender address rejected: Domain not found | SENDER_REJECTED |
          550 | 5.1.1 | <b@example.org>: Recipient address rejected: User unknown in local recipient table | RECIPIENT_UNKNOWN |
          452 | 4.3.1 | Insufficient system storage | STORAGE_FULL |
          451 | 4.3.0 | Error: queue file write error | SERVER_ERROR |
          451 | 4.3.5 | Server configuration error | SERVER_ERROR |
          552 | 5.3.4 | Message size exceeds fixed limit | MESSAGE_SIZE |
          # Greylisting: postgrey, rspamd, Exim, Mimecast
          450 | 4.2.0 | <b@example.org>: Recipient address rejected: Greylisted, see http://postgrey.example/help/example.org.html | GREYLISTING |
          451 | 4.7.1 | Greylisting in action, please come back later | GREYLISTING |
          451 |       | Temporary greylisting in force for this sender, try again in 5 minutes | GREYLISTING |
          451 |       | Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 | GREYLISTING |
          450 | 4.7.0 | 192.0.2.7 is graylisted for 300 seconds | GREYLISTING |
          # Exim and cPanel
          421 |       | mx.example.org: Too many concurrent SMTP connections; please try again later. | TOO_MANY_CONNECTIONS |
          421 |       | mx.example.org Too much load; please try again later. | SERVER_BUSY |
          554 |       | SMTP synchronization error | EARLY_TALKER |
          550 |       | rejected because 192.0.2.7 is in a black list at bl.spamcop.net | BLOCK_LIST | SpamCop
          550 |       | "JunkMail rejected - client.example.net [192.0.2.7]:40000 is in an RBL: https://www.spamhaus.org/query/ip/192.0.2.7" | BLOCK_LIST | Spamhaus
          550 |       | 192.0.2.7 is listed at all.rbl.example (127.0.0.2) | BLOCK_LIST | all.rbl.example
          550 |       | relay not permitted | RELAY_DENIED |
          550 |       | Sender verify failed | SENDER_REJECTED |
          550 |       | Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | HELO_REJECTED |
          501 |       | Syntactically invalid HELO argument(s) | HELO_REJECTED |
          452 |       | space shortage, please try later | STORAGE_FULL |
          454 |       | TLS currently unavailable | TLS_UNAVAILABLE |
          451 |       | Temporary local problem - please try later | SERVER_ERROR |
          # Exchange and Microsoft 365
          550 | 5.7.606 | Access denied, banned sending IP [192.0.2.7]. To request removal from this list please visit https://sender.office.com/ | BLOCK_LIST | Microsoft
          550 | 5.7.1 | Unfortunately, messages from [192.0.2.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). | BLOCK_LIST |
          550 | 5.7.1 | Service unavailable, Client host [192.0.2.7] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.7 (AS16012609) | BLOCK_LIST | Spamhaus
          451 | 4.7.500 | Server busy. Please try again later from [192.0.2.7]. (AS761) | RATE_LIMIT |
          451 | 4.7.650 | The mail server [192.0.2.7] has been temporarily rate limited due to IP reputation. (S775) | RATE_LIMIT |
          550 | 5.4.1 | Recipient address rejected: Access denied. [AMS0EPF.eurprd05.prod.outlook.com] | RECIPIENT_UNKNOWN |
          530 | 5.7.57 | Client not authenticated to send mail. [FR0P281.deup281.prod.outlook.com] | AUTHENTICATION_REQUIRED |
          550 | 5.7.64 | TenantAttribution; Relay Access Denied | RELAY_DENIED |
          550 | 5.7.54 | SMTP; Unable to relay recipient in non-accepted domain | RELAY_DENIED |
          535 | 5.7.139 | Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. | AUTHENTICATION_FAILED |
          452 | 4.3.1 | Insufficient system resources (UsedDiskSpace[D:]) | STORAGE_FULL |
          421 | 4.3.2 | The maximum number of concurrent server connections has exceeded a limit, closing transmission channel | TOO_MANY_CONNECTIONS |
          451 | 4.7.0 | Temporary server error. Please try again later. PRX5 | SERVER_ERROR |
          # Google and Yahoo
          421 | 4.7.28 | Gmail has detected an unusual rate of unsolicited mail originating from your IP address. | RATE_LIMIT |
          450 | 4.2.1 | The user you are trying to contact is receiving mail too quickly. | RATE_LIMIT |
          421 | 4.7.0 | TLS required for RCPT domain, closing connection. | TLS_REQUIRED |
          530 | 5.5.1 | Authentication Required. Learn more at https://support.google.com/mail/?p=WantAuthError - gsmtp | AUTHENTICATION_REQUIRED |
          534 | 5.7.9 | Application-specific password required. | AUTHENTICATION_FAILED |
          550 | 5.1.1 | The email account that you tried to reach does not exist. | RECIPIENT_UNKNOWN |
          452 | 4.2.2 | The recipient's inbox is out of storage space. | MAILBOX_FULL |
          421 | 4.7.0 | This message is suspicious due to the very low reputation of the sending domain. | REPUTATION |
          550 | 5.7.26 | Unauthenticated email from example.net is not accepted due to domain's DMARC policy. | SENDER_AUTHENTICATION |
          550 | 5.7.1 | The IP you're using to send mail is not authorized to send email directly to our servers. | POLICY |
          454 | 4.5.0 | SMTP protocol violation, no commands allowed to pipeline after STARTTLS, see RFC 3207. | EARLY_TALKER |
          421 | 4.7.0 | [TSS04] Messages from 192.0.2.7 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1 | RATE_LIMIT |
          553 | 5.7.1 | [BL21] Connections will not be accepted from 192.0.2.7, because the ip is in Spamhaus's list | BLOCK_LIST | Spamhaus
          # Filters: Cisco, Proofpoint, Barracuda, Mimecast
          554 |       | Your access to this mail system has been rejected due to the sending MTA's poor reputation. | REPUTATION |
          421 |       | #4.4.5 Too many connections from your host. | TOO_MANY_CONNECTIONS |
          452 |       | #4.5.3 Too many recipients | TOO_MANY_RECIPIENTS |
          554 |       | Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.7 | BLOCK_LIST | Proofpoint
          554 |       | Service unavailable; Client host [client.example.net] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.7 | BLOCK_LIST | Barracuda
          550 |       | csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 | REPUTATION | Mimecast
          554 |       | Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 | POLICY |
          # Providers
          550 | 5.7.1 | Mail from IP 192.0.2.7 was rejected due to listing in Spamhaus PBL. | DYNAMIC_ADDRESS | Spamhaus PBL
          554 |       | IP=192.0.2.7 - Dialup/transient IP not allowed. Use a mailgateway for sending messages to us. (DIAL) | DYNAMIC_ADDRESS |
          554 |       | IP=192.0.2.7 - None/bad reputation. Ask your postmaster for help. (NOWL) | REPUTATION |
          554 |       | No SMTP service; Bad DNS PTR resource record. | REVERSE_DNS |
          550 | 5.7.1 | Mail from dynamic/residential IP addresses is not accepted here | DYNAMIC_ADDRESS |
          450 | 4.7.1 | Client host 192.0.2.7 has no PTR record | REVERSE_DNS |
          553 | 5.3.0 | sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) | RELAY_DENIED |
          550 | 5.7.1 | Fix reverse DNS for 192.0.2.7 | REVERSE_DNS |
          421 | 4.3.2 | Connection rate limit exceeded. | RATE_LIMIT |
          # Others
          452 | 4.2.2 | Mailbox full | MAILBOX_FULL |
          552 | 5.2.2 | <b@example.org> user is over quota | MAILBOX_FULL |
          421 |       | mx.example.org Service shutting down | MAINTENANCE |
          521 | 5.3.2 | relay1.example.org does not accept mail | NOT_ACCEPTING |
          421 | 4.3.2 | System not accepting network messages | NOT_ACCEPTING |
          554 | 5.7.1 | Message rejected as spam | CONTENT_REJECTED |
          550 | 5.7.23 | SPF check failed for 192.0.2.7 | SENDER_AUTHENTICATION |
          550 | 5.7.25 | The IP address sending this message does not have a PTR record setup | REVERSE_DNS |
          530 | 5.7.1 | Authentication required | AUTHENTICATION_REQUIRED |
          """)
  void namesTheCause(int code, String enhanced, String text, RejectionCause cause, String source) {
    ReplyWording wording = ReplyWording.of(code, Optional.ofNullable(enhanced), text).orElseThrow();
    assertThat(wording.cause()).as(wording.toString()).isEqualTo(cause);
    assertThat(text).contains(wording.evidence());
    if (source != null) {
      assertThat(wording.source()).contains(source);
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # No cause is named.
          451 | 4.7.1 | Try again later
          421 |       | mx.example.org Service not available, closing transmission channel
          450 | 4.3.2 | Service currently unavailable
          554 |       | Transaction failed
          550 | 5.1.0 | Address rejected
          500 | 5.5.2 | Error: command not recognized
          502 | 5.5.1 | VRFY command is disabled
          503 | 5.5.1 | Error: send HELO/EHLOS first
          554 |       |
          # The words stand in a host name or an address.
          421 |       | greylist.example.com Service not available
          421 |       | blocked.example.com closing connection
          450 | 4.2.0 | <mailbox.full@example.org> try again later
          450 | 4.2.0 | <greylisted@example.org>: try again later
          421 |       | antivirus.example.com Service not available
          421 |       | virus-filter.example.com Service not available
          # The words are parts of others.
          451 |       | prototype unblocked
          # The class does not fit.
          550 |       | greylisted
          # No refusals.
          250 | 2.0.0 | Too many connections
          220 |       | mx.example.org greylisting in effect, no dynamic addresses
          354 |       | blocked using zen.spamhaus.org
          """)
  void staysSilentWithoutEvidence(int code, String enhanced, String text) {
    String given = text == null ? "" : text;
    assertThat(ReplyWording.of(code, Optional.ofNullable(enhanced), given)).isEmpty();
  }

  @Test
  void readsRepliesOfSeveralLines() {
    String text =
        """
        4.7.28 Gmail has detected an unusual
        4.7.28 rate of unsolicited mail. To protect our users,
        4.7.28 mail has been temporarily limited. - gsmtp\
        """;
    ReplyWording wording = ReplyWording.of(421, Optional.of("4.7.28"), text).orElseThrow();
    assertThat(wording.cause()).isEqualTo(RejectionCause.RATE_LIMIT);
    assertThat(wording.evidence()).isEqualTo("unusual rate of");
  }

  @Test
  void evidenceNeverHoldsControlCharacters() {
    ReplyWording wording =
        ReplyWording.of(
                450,
                Optional.empty(),
                "too\u001b[31m many\tconnections\r\ntoo\u0007many\u202e connections")
            .orElseThrow();
    assertThat(wording.evidence()).isEqualTo("too many connections");
  }

  @Test
  void theFileHasTheOrderOfTheEnumAndNothingElse() {
    assertThat(Block.load("rejection-causes.txt"))
        .extracting(Block::key)
        .containsExactlyElementsOf(
            Stream.of(RejectionCause.values()).map(RejectionCause::key).toList());
  }

  @Test
  void everyWordingIsWellFormedAndReachable() {
    for (RejectionCause cause : RejectionCause.values()) {
      assertThat(cause.words()).isNotEmpty().doesNotHaveDuplicates();
      for (String word : cause.words()) {
        WordingRule rule = WordingRule.of(cause, word);
        String phrase = String.join(" and ", rule.phrase().parts()).replace("+", "");
        assertThat(phrase).isLowerCase().doesNotContain("[", "]", "*");
        assertThat(rule.phrase().in(phrase)).as(word).isPresent();
      }
    }
  }

  @Test
  void toleratesAnything() {
    Random random = new Random(7);
    List<String> words =
        Stream.of(RejectionCause.values()).flatMap(c -> c.words().stream()).toList();
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(8), 0, words.size() * 2)
              .mapToObj(
                  n -> n < words.size() ? words.get(n) : Character.toString(random.nextInt(0x3000)))
              .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      ReplyWording.of(400 + random.nextInt(200), Optional.empty(), text)
          .ifPresent(w -> assertThat(w.evidence()).isNotBlank());
    }
  }

  @Test
  void looksAtABoundedPartOfTheText() {
    assertThat(ReplyWording.of(450, Optional.empty(), "x ".repeat(5000) + "greylisted")).isEmpty();
    assertThat(ReplyWording.of(450, Optional.empty(), "<".repeat(1_000_000))).isEmpty();
  }
}
