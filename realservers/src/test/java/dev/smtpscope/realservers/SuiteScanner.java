package dev.smtpscope.realservers;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.target.TlsMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that list the cipher suites a mail server accepts, by version. */
enum SuiteScanner {
  SSLSCAN {
    private static final Pattern SUITE =
        Pattern.compile(" *<cipher .*sslversion=\"([^\"]+)\".* id=\"0x([0-9A-F]{4})\".*");

    private static final int TRIES = 5;

    @Override
    Set<String> suites(Endpoint server) {
      Unpacked sslscan = Unpacked.of("sslscan");
      List<String> words = new ArrayList<>(List.of(sslscan.file("usr/bin/sslscan"), "--xml=-"));
      if (server.service().tls() == TlsMode.STARTTLS) {
        words.add("--starttls-smtp");
      }
      words.add(server.toString());
      Command scan = Command.of(words).with(sslscan.environment());
      // It comes back so quickly that a server may turn it away; then it gives up with nothing.
      return Stream.generate(() -> matches(SUITE, scan.run().lines()))
          .limit(TRIES)
          .filter(found -> !found.isEmpty())
          .findFirst()
          .orElse(Set.of());
    }
  },
  NMAP {
    private static final Pattern VERSION = Pattern.compile("\\| +(SSLv\\d|TLSv1\\.\\d): *");
    private static final Pattern SUITE = Pattern.compile("\\| +(TLS_\\w+) .*");

    @Override
    Set<String> suites(Endpoint server) {
      Unpacked nmap = Unpacked.of("nmap");
      List<String> lines =
          Command.of(
                  nmap.file("usr/bin/nmap"),
                  "-Pn",
                  "-p" + server.service().port(),
                  "--script",
                  "ssl-enum-ciphers",
                  server.address().getHostAddress())
              .with(nmap.environment())
              .with(Map.of("NMAPDIR", nmap.file("usr/share/nmap")))
              .succeed()
              .lines();
      return byVersion(lines);
    }

    private static Set<String> byVersion(List<String> lines) {
      Set<String> suites = new TreeSet<>();
      String version = "";
      for (String line : lines) {
        Matcher heading = VERSION.matcher(line);
        Matcher suite = SUITE.matcher(line);
        if (heading.matches()) {
          version = heading.group(1);
        } else if (suite.matches()) {
          suites.add(version + " " + suite.group(1).replace("_AKE_WITH_", "_"));
        }
      }
      return suites;
    }
  };

  /**
   * What it finds accepted: {@code TLSv1.2 C02F}, or with the registry's name where the program
   * tells no number.
   */
  abstract Set<String> suites(Endpoint server);

  /** Whether it names suites rather than giving their numbers. */
  boolean tellsNames() {
    return this == NMAP;
  }

  private static Set<String> matches(Pattern pattern, List<String> lines) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1) + " " + found.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
