package dev.smtpscope.target;

import dev.smtpscope.text.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a target as users write it: {@code host}, {@code host:port}, {@code [v6]:port}, a bare
 * address, {@code domain:name}, an e-mail address, or a {@code smtp://}, {@code smtps://}, {@code
 * submission://}, {@code submissions://} URL. Stateless; safe for all threads.
 */
public final class TargetParser {
  private static final int MAX_INPUT = 1000;
  private static final Pattern URL =
      Pattern.compile("([a-z][a-z0-9+.-]*)://([^/]*)/?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::(.*))?");
  private static final Pattern DOMAIN =
      Pattern.compile("domain:(?![0-9]+$)(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMERIC = Pattern.compile("[0-9]+(\\.[0-9]+)*|0[xX][0-9a-fA-F.xX]*");

  private final Overrides overrides;

  /** Reads targets for the ports, role and TLS mode that {@code overrides} asks for. */
  public TargetParser(Overrides overrides) {
    this.overrides = overrides;
  }

  /**
   * What the user says for all targets alike.
   *
   * @param ports the ports to try where the target names none; empty for the usual ones
   * @param meaning what a name stands for; empty to tell from how it is written
   */
  public record Overrides(
      List<Integer> ports, Optional<Role> role, Optional<TlsMode> tls, Optional<Meaning> meaning) {
    /** The usual ports of a host. */
    public static final List<Integer> USUAL_PORTS = List.of(25, 465, 587);

    /** The port on which a domain's servers take its mail. */
    public static final List<Integer> MX_PORTS = List.of(25);

    /** Nothing overridden. */
    public static final Overrides NONE =
        new Overrides(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Overrides {
      ports = List.copyOf(ports);
    }
  }

  /** The target that {@code words} names. */
  public Target parse(String words) throws InvalidTargetException {
    String input = words.strip();
    if (input.isEmpty()) {
      throw new InvalidTargetException("the target is empty; give a host such as mail.example.org");
    }
    if (input.length() > MAX_INPUT) {
      throw new InvalidTargetException("the target is longer than " + MAX_INPUT + " characters");
    }
    Matcher url = URL.matcher(input);
    if (url.matches()) {
      return fromUrl(input, url.group(1).toLowerCase(Locale.ROOT), url.group(2));
    }
    if (input.contains("@")) {
      return fromMailAddress(input);
    }
    Matcher domain = DOMAIN.matcher(input);
    return domain.matches()
        ? target(input, split(input, domain.group(1)), Meaning.DOMAIN)
        : fromHost(input, split(input, input));
  }

  private Target fromHost(String input, HostAndPort parts) throws InvalidTargetException {
    boolean open = parts.port().isEmpty() && parts.host() instanceof Host.Name;
    return target(input, parts, open ? Meaning.EITHER : Meaning.HOST);
  }

  private Target fromUrl(String input, String scheme, String authority)
      throws InvalidTargetException {
    Service usual =
        switch (scheme) {
          case "smtp" -> Service.onPort(25);
          case "smtps", "submissions" -> Service.onPort(465);
          case "submission" -> Service.onPort(587);
          default ->
              throw new InvalidTargetException(
                  quoted(scheme + "://")
                      + " is not a mail scheme; use smtp://, smtps://, submission:// or submissions://");
        };
    if (authority.contains("@")) {
      throw new InvalidTargetException(
          "user names and passwords don't belong in a target; give " + scheme + "://host[:port]");
    }
    HostAndPort parts = split(input, authority);
    Service service = parts.port().map(port -> ofScheme(scheme, usual, port)).orElse(usual);
    List<Service> services = List.of(overridden(service));
    return target(input, parts.host(), Meaning.HOST, services, services);
  }

  private static Service ofScheme(String scheme, Service usual, int port) {
    return scheme.equals("smtp")
        ? Service.onPort(port).with(TlsMode.STARTTLS)
        : new Service(port, usual.role(), usual.tls());
  }

  private Target fromMailAddress(String input) throws InvalidTargetException {
    String domain = input.substring(input.lastIndexOf('@') + 1).replaceFirst(">$", "");
    return target(input, split(input, domain), Meaning.DOMAIN);
  }

  private Target target(String input, HostAndPort parts, Meaning meaning)
      throws InvalidTargetException {
    return target(
        input,
        parts.host(),
        meaning,
        services(parts.port(), Overrides.USUAL_PORTS, Service::onPort),
        services(parts.port(), Overrides.MX_PORTS, Service::onMxPort));
  }

  private Target target(
      String input, Host host, Meaning written, List<Service> services, List<Service> mxServices)
      throws InvalidTargetException {
    Meaning meaning = overrides.meaning().orElse(written);
    if (host instanceof Host.Literal && meaning == Meaning.DOMAIN) {
      throw new InvalidTargetException(
          quoted(input) + " is an address, not a mail domain; give a name such as example.org");
    }
    return new Target(Visible.ofText(input), host, meaning, services, mxServices);
  }

  private List<Service> services(
      Optional<Integer> port, List<Integer> usual, IntFunction<Service> on) {
    List<Integer> asked = overrides.ports().isEmpty() ? usual : overrides.ports();
    return port.map(List::of).orElse(asked).stream()
        .distinct()
        .map(on::apply)
        .map(this::overridden)
        .toList();
  }

  private Service overridden(Service service) {
    Service inRole = overrides.role().map(service::as).orElse(service);
    return overrides.tls().map(inRole::with).orElse(inRole);
  }

  private record HostAndPort(Host host, Optional<Integer> port) {}

  private static HostAndPort split(String input, String text) throws InvalidTargetException {
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return new HostAndPort(
          literal(input, bracketed.group(1)), port(input, Optional.ofNullable(bracketed.group(2))));
    }
    int colon = text.indexOf(':');
    if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
      return new HostAndPort(literal(input, text), Optional.empty());
    }
    return colon < 0
        ? new HostAndPort(host(input, text), Optional.empty())
        : new HostAndPort(
            host(input, text.substring(0, colon)),
            port(input, Optional.of(text.substring(colon + 1))));
  }

  private static Host host(String input, String text) throws InvalidTargetException {
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    Optional<String> ascii =
        bare.chars().allMatch(c -> c < 128) ? Optional.of(bare) : Idn.toAscii(bare);
    String name = ascii.orElseThrow(() -> notAHost(input));
    if (NUMERIC.matcher(name).matches()) {
      return literal(input, name);
    }
    try {
      return new Host.Name(new HostName(name));
    } catch (IllegalArgumentException e) {
      throw notAHost(input);
    }
  }

  private static InvalidTargetException notAHost(String input) {
    return new InvalidTargetException(
        quoted(input)
            + " is not a host; give a name such as mail.example.org, an address, or host:port");
  }

  private static Host literal(String input, String text) throws InvalidTargetException {
    return Addresses.parse(text)
        .map(Host.Literal::new)
        .orElseThrow(() ->
            new InvalidTargetException(
                quoted(input) + " holds no valid IP address; write 192.0.2.1 or [2001:db8::1]:25"));
  }

  private static Optional<Integer> port(String input, Optional<String> digits)
      throws InvalidTargetException {
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    String text = digits.get();
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65535) {
      throw new InvalidTargetException(
          quoted(input) + " has no valid port; a port is 1 to 65535, as in mail.example.org:587");
    }
    return Optional.of(port);
  }

  private static String quoted(String text) {
    String visible = Visible.ofText(text);
    return "'" + (visible.length() > 80 ? visible.substring(0, 77) + "..." : visible) + "'";
  }
}
