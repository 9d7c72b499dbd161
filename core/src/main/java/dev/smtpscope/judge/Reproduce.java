package dev.smtpscope.judge;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.TlsMode;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Commands of well-known tools that show what a finding rests on, ready for a POSIX shell. They
 * only look: none of them sends mail.
 */
public final class Reproduce {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

  private Reproduce() {}

  /** {@code openssl s_client}, up to the handshake, with more options of its own at the end. */
  public static String openssl(EndpointContext context, String... more) {
    String sni =
        context
            .session()
            .flatMap(TlsSession::sni)
            .orElseGet(() -> context.referenceName().map(Object::toString).orElse(""));
    return opensslAs(sni, context, more);
  }

  /** The same with another server name; an empty one is left out. */
  public static String opensslAs(String sni, EndpointContext context, String... more) {
    List<String> words = new ArrayList<>(List.of("openssl", "s_client", "-connect"));
    words.add(context.endpoint().endpoint().toString());
    if (context.tlsMode() != TlsMode.IMPLICIT) {
      words.addAll(List.of("-starttls", "smtp"));
      context.facts().ehloName().ifPresent(name -> words.addAll(List.of("-name", name)));
    }
    words.addAll(sni.isEmpty() ? List.of("-noservername") : List.of("-servername", sni));
    words.addAll(List.of(more));
    return command(words) + " </dev/null";
  }

  /** {@code swaks} that quits after EHLO without TLS, or after EHLO inside implicit TLS. */
  public static String ehlo(EndpointContext context) {
    return context.tlsMode() == TlsMode.IMPLICIT
        ? swaks(context, "--tls-on-connect", "--quit-after", "EHLO")
        : swaks(context, "--quit-after", "EHLO");
  }

  /** {@code swaks} that quits after EHLO inside TLS. */
  public static String ehloInTls(EndpointContext context) {
    return context.tlsMode() == TlsMode.IMPLICIT
        ? ehlo(context)
        : swaks(context, "--tls", "--quit-after", "EHLO");
  }

  /** {@code swaks} with options of its own. */
  public static String swaks(EndpointContext context, String... more) {
    Endpoint endpoint = context.endpoint().endpoint();
    List<String> words = new ArrayList<>(List.of("swaks", "--server"));
    words.add(Addresses.text(endpoint.address()));
    words.addAll(List.of("--port", String.valueOf(endpoint.service().port())));
    context.facts().ehloName().ifPresent(name -> words.addAll(List.of("--helo", name)));
    words.addAll(List.of(more));
    return command(words);
  }

  /** {@code nmap} with one of its scripts. */
  public static String nmap(EndpointContext context, String script) {
    Endpoint endpoint = context.endpoint().endpoint();
    List<String> words = new ArrayList<>(List.of("nmap", "-Pn"));
    if (endpoint.address() instanceof Inet6Address) {
      words.add("-6");
    }
    words.addAll(List.of("-p", String.valueOf(endpoint.service().port()), "--script", script));
    words.add(Addresses.text(endpoint.address()));
    return command(words);
  }

  /** {@code testssl.sh} with one of its tests. */
  public static String testssl(EndpointContext context, String test) {
    List<String> words = new ArrayList<>(List.of("testssl.sh", test));
    if (context.tlsMode() != TlsMode.IMPLICIT) {
      words.addAll(List.of("--starttls", "smtp"));
    }
    words.add(context.endpoint().endpoint().toString());
    return command(words);
  }

  /** {@code nc} that connects and shows what the server says of itself. */
  public static String connect(Endpoint endpoint) {
    String address = Addresses.text(endpoint.address());
    return command(List.of("nc", "-v", address, String.valueOf(endpoint.service().port())));
  }

  /** {@code dig} for the addresses of {@code host}. */
  public static String lookUp(String host) {
    return command(List.of("dig", host, "A", host, "AAAA"));
  }

  /** The words of a command, quoted where the shell would read them as something else. */
  public static String command(List<String> words) {
    return String.join(" ", words.stream().map(Reproduce::quoted).toList());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
