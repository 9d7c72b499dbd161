package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadArgumentsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                  | a command is missing
          chekc                               | did you mean 'check'
          mail.example.org                    | smtpscope check mail.example.org
          mail.example.org:25                 | smtpscope check mail.example.org:25
          --bogus                             | unknown option '--bogus'
          --helpp                             | did you mean '--help'
          help chekc                          | 'chekc'
          check                               | no target is named
          check --bogus h                     | unknown option '--bogus'
          scan -o out                         | no list of targets is named
          scan /dev/null                      | no folder is named for the results
          scan no-such-file -o out            | no-such-file does not exist
          scan - - -o out                     | standard input (-) can be read once only
          scan l -o out --in-flight 0         | --in-flight is 1 to 100000, not 0
          scan l -o out --rate fast           | 'fast' is not a whole number
          scan l -o out --exclude no-such     | --exclude: no-such does not exist
          scan l -o out --metrics 9925        | '9925' is no address and port
          scan l -o out --tls-audit quick     | unknown option '--tls-audit'
          check --port 25 h                   | did you mean '--ports'
          check --prots=25 h                  | did you mean '--ports'
          check --jsno h                      | unknown option '--jsno'
          check --as server h                 | none of host, domain
          check --as domain 192.0.2.1         | is an address, not a mail domain
          check --as domain [::1]:25          | is an address, not a mail domain
          check domain:192.0.2.1              | is an address, not a mail domain
          check domain:                       | 'domain:' is not a host
          check user@                         | 'user@' is not a host
          check --address ::1 user@example.org | --address is of one host
          check --address 192.0.2.1 --as domain example.org | --address is of one host
          check --resolver ns.example.org h   | not a resolver: ns.example.org
          check --resolver 192.0.2.53:99999 h | IP:port
          check --resolver http://dns.example.org/ h | https://
          check --resolver                    | '--resolver'
          check --trust-anchor /does/not/exist h | --trust-anchor: /does/not/exist: cannot be read
          check --trust-anchor /dev/null h    | no trust anchor in it
          check --trust-anchor /etc/passwd h  | not in zone file form
          check --dnsbl 192.0.2.1 h           | '192.0.2.1' is not a DNS zone
          check --dnsbl a..b h                | 'a..b' is not a DNS zone
          check --self-check 192.0.2.1 h      | '192.0.2.1' is not a host name
          check --submission --as host h      | which --as host excludes
          serve --resolver ns.example.org     | not a resolver: ns.example.org
          serve --trust-anchor /does/not/exist | --trust-anchor: /does/not/exist: cannot be read
          check --ports h                     | 'h' is not a port
          check --ports 0 h                   | '0' is not a port
          check --ports 65536 h               | '65536' is not a port
          check --ports 25,,587 h             | '' is not a port
          check --ports -25 h                 | --ports
          check --ports 25;587 h              | is not a port
          check --tls foo h                   | none of starttls, implicit, none
          check --tls                         | '--tls'
          check --role boss h                 | none of mx, submission, submissions, alternate
          check -4 -6 h                       | -4 and -6 exclude each other
          check -4 --address ::1 h            | --address is an IPv6 address, which -4 excludes
          check -4 --tls none --tls none --address ::1 h | which -4 excludes
          check -6 --source-address 127.0.0.1 h | --source-address is an IPv4 address
          check --address h h                 | 'h' is not an IP address
          check --address 1.2.3.4.5 h         | '1.2.3.4.5' is not an IP address
          check --max-addresses 0 h           | 1 to 1000
          check --max-addresses x h           | 'x' is not a whole number
          check --max-addresses 99999999999 h | is not a whole number
          check --sni a..b h                  | --sni: 'a..b' is not a host name
          check --name 192.0.2.1 h            | '192.0.2.1' is not a host name
          check --name a:25 h                 | 'a:25' is not a host name
          check --ehlo [x h                   | '[x' is no name for EHLO
          check --source-address x h          | 'x' is not an IP address
          check --timeout abc h               | write 5, 5s, 500ms or 2m
          check --timeout 0 h                 | out of range
          check --timeout 5h h                | '5h' is not a duration
          check --timeout -5 h                | --timeout
          check --timeout 61m h               | out of range
          check --timeout 9999999999 h        | is not a duration
          check --timeout --details h         | '--timeout' but found '--details'
          check --reply-timeout 1,5 h         | '1,5' is not a duration
          check --profile lenient h           | none of smtpscope, strict
          check --profile strict,smtpscope h  | only one of smtpscope and strict
          check --tls-audit slow h            | none of quick, full, deep
          check --parallel 4 h                | ask for one with --tls-audit
          check --pace 1s h                   | ask for one with --tls-audit
          check --tls-audit quick --parallel 17 h | --parallel is 1 to 16, not 17
          check --ca /does/not/exist h        | --ca: there is no file /does/not/exist
          check --ca / h                      | --ca: / is a directory
          check --expiry-days -1 h            | 0 to 3650
          check --expiry-days soon h          | 'soon' is not a whole number
          check --fail-on panic h             | none of info, notice, warning, error, never
          check --format yaml h               | none of text, markdown, html, json
          check --color rainbow h             | none of auto, always, never
          check --quiet --details h           | exclude each other
          check --quiet --transcript h        | exclude each other
          check -o /does/not/exist/x h        | -o: /does/not/exist/x cannot be written
          check -o / h                        | -o: / is a folder
          check a..b                          | 'a..b' is not a host
          check -                             | '-' is not a host
          check ""                            | the target is empty
          check h:0                           | no valid port
          check h:99999                       | no valid port
          check [::1                          | '[::1'
          check 1.2.3                         | no valid IP address
          check --address 10.1 h              | '10.1' is not an IP address
          check http://h                      | not a mail scheme
          check smtp://u:p@h                  | don't belong in a target
          explain                             | nothing to explain
          explain xyzzy                       | 'xyzzy' is not known
          explain STARTTLSS                   | did you mean 'STARTTLS'
          explain ../../etc/passwd            | is not known
          judge                               | no file is named
          judge /does/not/exist               | there is no file /does/not/exist
          judge /                             | / cannot be read
          judge a b                           | unexpected argument 'b'
          judge -                             | -:
          judge --ports 25 x                  | unknown option '--ports'
          serve now                           | unexpected argument 'now'
          serve --listen mail.example.org     | 'mail.example.org' is no address and port
          serve --listen 127.0.0.1:99999      | is no address and port
          serve --listen [::1                 | write 127.0.0.1:8025 or [::1]:8025
          serve --server-name a/b             | 'a/b' is not a host name
          serve --base-path a?b               | 'a?b' is not a path
          serve --trusted-proxy 10.0.0.0/33   | '10.0.0.0/33' is not a network
          serve --trusted-proxy 10.0.0.1,     | '' is not a network
          serve --token-file /does/not/exist  | --token-file: /does/not/exist cannot be read
          serve --token-file /dev/null        | at least 16 printable ASCII characters
          serve --max-checks 0                | 1 to 10000
          serve --max-queued x                | 'x' is not a whole number
          serve --per-client 0                | 1 to 1000000
          serve --ca /does/not/exist          | --ca: there is no file /does/not/exist
          serve --data /dev/null              | --data: /dev/null is no folder
          serve --access-log /does/not/exist  | /does/not/exist cannot be written
          demo nobody                         | none of well-kept
          demo --bogus                        | unknown option
          demo --format html                  | --format is for the report of one server
          demo --details                      | --details is for the report of one server
          completion                          | bash or zsh
          completion fish                     | none of bash, zsh
          completion bash zsh                 | unexpected argument 'zsh'
          """)
  void saysWhatIsWrongInOneLine(String args, String expected) {
    assertComplaint(Run.of(words(args)), expected);
  }

  @Test
  void refusesFilesThatHoldNoCertificates() throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    assertComplaint(Run.of("check", "--ca", file.toString(), "h"), "holds no PEM certificate");
  }

  @Test
  void printsNoControlCharactersOfTheUser() {
    Run run = Run.of("check", "--tls", "\033[31m\nfoo\u202e", "h");
    assertComplaint(run, "'\\x1B[31m");
    assertThat(run.err()).doesNotContain("\033", "\u202e");
  }

  @Test
  void boundsWhatItQuotes() {
    assertThat(Run.of("check", "--tls", "x".repeat(100_000), "h").err()).hasSizeLessThan(500);
  }

  @Test
  void tellsBadTargetsAmongGoodOnes() {
    Run run = Run.of("check", "a..b", "127.0.0.1:1");
    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
    assertThat(run.complaints()).singleElement().asString().contains("'a..b' is not a host");
    assertThat(run.out()).contains("127.0.0.1");
  }

  private static String[] words(String args) {
    return args.isEmpty() ? new String[0] : args.replace("\"\"", "").split(" ", -1);
  }

  private static void assertComplaint(Run run, String expected) {
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.complaints()).hasSize(2);
    assertThat(run.complaints().getFirst()).startsWith("smtpscope").contains(expected);
    assertThat(run.complaints().getLast()).startsWith("Try 'smtpscope").endsWith("--help'.");
    assertThat(run.err()).doesNotContain("Exception", "\tat ");
    assertThat(run.out()).isEmpty();
  }
}
