package dev.smtpscope.realservers;

import dev.smtpscope.facts.audit.Support;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code testssl.sh} found, as it wrote it.
 *
 * @param findings by their names
 */
record TestsslReport(Map<String, String> findings) {
  private static final Pattern FIELD = Pattern.compile(" *\"(id|finding)\" *: *\"(.*)\",?");

  private static final Pattern SUITE = Pattern.compile("cipher-(tls1(?:_[123])?)_x([0-9a-f]+)");

  private static final Pattern LIFETIME = Pattern.compile("valid for ([0-9]+) seconds.*");

  /** Everything that the audit looks at too. */
  static final List<String> OPTIONS =
      List.of(
          "--protocols",
          "--cipher-per-proto",
          "--server-preference",
          "--server-defaults",
          "--fs",
          "--vulnerable");

  private static final Map<String, String> CURVES =
      Map.of("prime256v1", "secp256r1", "X25519", "x25519", "X448", "x448");

  /** Its verdicts on attacks and the audit's names for them. */
  private static final Map<String, String> ATTACKS =
      Map.ofEntries(
          Map.entry("heartbleed", "Heartbleed"),
          Map.entry("CCS", "CCS injection"),
          Map.entry("ticketbleed", "Ticketbleed"),
          Map.entry("ROBOT", "ROBOT"),
          Map.entry("secure_client_renego", "renegotiation by the client"),
          Map.entry("CRIME_TLS", "CRIME"),
          Map.entry("POODLE_SSL", "POODLE"),
          Map.entry("SWEET32", "Sweet32"),
          Map.entry("FREAK", "FREAK"),
          Map.entry("DROWN", "DROWN"),
          Map.entry("LOGJAM", "Logjam"),
          Map.entry("BEAST", "BEAST"),
          Map.entry("LUCKY13", "Lucky 13"),
          Map.entry("RC4", "biases of RC4"));

  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "encrypt-then-mac", "encrypt-then-MAC",
          "extended master secret", "extended master secret",
          "heartbeat", "heartbeat extension");

  static TestsslReport of(List<String> json) {
    Map<String, String> findings = new LinkedHashMap<>();
    String id = "";
    for (String line : json) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        if (field.group(1).equals("id")) {
          id = field.group(2);
        } else {
          findings.put(id, field.group(2));
        }
      }
    }
    return new TestsslReport(findings);
  }

  /** What it says yes or no to, by the audit's names; what it has no word on is left out. */
  Map<String, Support> facts() {
    Map<String, Support> facts = new TreeMap<>();
    Stream.of("SSLv2", "SSLv3", "TLS1", "TLS1_1", "TLS1_2", "TLS1_3")
        .forEach(id -> put(facts, version(id), isOffered(id)));
    ATTACKS.forEach((theirs, ours) -> put(facts, ours, isOpen(theirs)));
    put(facts, "secure renegotiation", isSupported("secure_renego"));
    put(facts, "refusal of needless fallback (SCSV)", isSupported("fallback_SCSV"));
    put(facts, "resumption by ticket or PSK", isSupported("sessionresumption_ticket"));
    put(facts, "resumption by session ID", isSupported("sessionresumption_ID"));
    put(facts, "OCSP stapling", isOffered("OCSP_stapling"));
    EXTENSIONS.forEach((theirs, ours) -> put(facts, ours, has(theirs)));
    return facts;
  }

  private static void put(Map<String, Support> facts, String name, Support support) {
    if (support != Support.UNKNOWN) {
      facts.put(name, support);
    }
  }

  private static String version(String id) {
    return id.equals("TLS1") ? "TLSv1.0" : id.replace("TLS", "TLSv").replace('_', '.');
  }

  private Support isOffered(String id) {
    return told(id, "offered.*", ".*not offered.*");
  }

  private Support isSupported(String id) {
    return told(id, "supported.*", "not supported.*");
  }

  private Support isOpen(String id) {
    return told(id, "(VULNERABLE|potentially vulnerable).*", "not vulnerable.*");
  }

  private Support has(String extension) {
    return told("TLS_extensions", ".*'" + extension + "/.*", ".*");
  }

  private Support told(String id, String yes, String no) {
    return find(id)
        .map(f -> f.matches(yes) ? Support.YES : f.matches(no) ? Support.NO : Support.UNKNOWN)
        .orElse(Support.UNKNOWN);
  }

  /** The suites, each as {@code TLSv1.2 C02F}. */
  Set<String> suites() {
    Set<String> suites = new TreeSet<>();
    for (String id : findings.keySet()) {
      Matcher suite = SUITE.matcher(id);
      if (suite.matches()) {
        int code = Integer.parseInt(suite.group(2), 16);
        suites.add(version(suite.group(1).toUpperCase(Locale.ROOT)) + " %04X".formatted(code));
      }
    }
    return suites;
  }

  /** Elliptic curves of the key exchange. */
  Set<String> curves() {
    Set<String> curves = new TreeSet<>();
    find("PFS_ECDHE_curves")
        .ifPresent(list ->
            Arrays.stream(list.split(" ", -1))
                .map(name -> CURVES.getOrDefault(name, name))
                .forEach(curves::add));
    return curves;
  }

  /** The groups of finite-field Diffie-Hellman where the server proves who it is. */
  Set<String> finiteFields() {
    return find("DH_groups").stream()
        .flatMap(names -> Stream.of(names.split(" (?=ffdhe)", -1)))
        .map(name -> name.replace("RFC3526/Oakley Group", "RFC 3526 group"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the server hints. */
  Optional<Duration> ticketLifetime() {
    return find("TLS_session_ticket")
        .map(LIFETIME::matcher)
        .filter(Matcher::matches)
        .map(lifetime -> Duration.ofSeconds(Long.parseLong(lifetime.group(1))));
  }

  /** Whether it found that the server's order decides. */
  Support serverOrder() {
    return told("cipher_order", "server.*", "NOT a cipher order configured.*");
  }

  private Optional<String> find(String id) {
    return Optional.ofNullable(findings.get(id));
  }
}
