package dev.smtpscope.realservers;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Programs that list the cipher suites a mail server accepts, by version. */
enum SuiteScanner {
  SSLSCAN {
    private static final Pattern SUITE =
        Pattern.compile(" *<cipher .*sslversion=\"([^\"]+)\".* id=\"0x([0-9A-F]{4})\".*");

    @Override
    Set<String> suites(Endpoint server) {
      Unpacked sslscan = Unpacked.of("sslscan");
      List<String> words = new ArrayList<>(List.of(sslscan.file("usr/bin/sslscan"), "--xml=-"));
      if (server.service().tls() == TlsMode.STARTTLS) {
        words.add("--starttls-smtp");
      }
      words.add(server.toString());
      return matches(SUITE, Command.of(words).with(sslscan.environment()).succeed().lines());
    }
  },
  TESTSSL {
    private static final Pattern SUITE =
        Pattern.compile(".*\"id\" *: *\"cipher-(tls1(?:_[123])?|ssl[23])_x([0-9a-f]+)\".*");
    private static final Map<String, String> VERSIONS =
        Map.of(
            "ssl2", "SSLv2", "ssl3", "SSLv3", "tls1", "TLSv1.0", "tls1_1", "TLSv1.1", "tls1_2",
            "TLSv1.2", "tls1_3", "TLSv1.3");

    @Override
    Set<String> suites(Endpoint server) {
      List<String> json = testssl(server, List.of("--cipher-per-proto"));
      return matches(SUITE, json).stream()
          .map(line -> line.split(" ", 2))
          .map(parts -> VERSIONS.get(parts[0]) + " " + padded(parts[1]))
          .collect(Collectors.toCollection(TreeSet::new));
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

  /**
   * What {@code testssl.sh} writes.
   *
   * @param options what to look at; none for everything
   */
  static List<String> testssl(Endpoint server, List<String> options) {
    Unpacked testssl = Unpacked.of("testssl.sh");
    Path json = scratch();
    List<String> words = new ArrayList<>(List.of("bash", testssl.file("usr/bin/testssl")));
    words.addAll(List.of("--warnings", "off", "--color", "0", "--jsonfile", json.toString()));
    words.addAll(options);
    if (server.service().tls() == TlsMode.STARTTLS) {
      words.addAll(List.of("--starttls", "smtp"));
    }
    words.add(server.toString());
    Command.of(words)
        .with(testssl.environment())
        .with(
            Map.of(
                "TESTSSL_INSTALL_DIR",
                testssl.file("etc/testssl"),
                "PATH",
                testssl.file("usr/bin") + ":" + System.getenv("PATH")))
        .within(Duration.ofMinutes(20))
        .run();
    return read(json);
  }

  /** A name that is free: the program appends to a file that is there. */
  private static Path scratch() {
    try {
      Path file = Files.createTempFile("smtpscope-testssl-", ".json");
      Files.delete(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String padded(String hex) {
    return "%4s".formatted(hex.toUpperCase(Locale.ROOT)).replace(' ', '0');
  }

  private static List<String> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Files.delete(file);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
