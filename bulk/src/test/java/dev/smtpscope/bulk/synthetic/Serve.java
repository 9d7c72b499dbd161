package dev.smtpscope.bulk.synthetic;

import dev.smtpscope.facts.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;

/**
 * Serves a synthetic internet until its standard input ends, then tells the CPU time that it took.
 * Arguments, all with defaults: {@code seed=1 domains=100000 addresses=20000 tarpits=5 refusals=2
 * pace=100 pq=15 smtp=25 https=443 dns=5300 ca=FILE}. A line on standard output tells when it is
 * ready, and the ports.
 */
final class Serve {
  private Serve() {}

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    List<String> words = List.of(args);
    Internet internet = Internet.of(words);
    Credentials credentials = new Credentials(internet);
    for (String word : words) {
      if (word.startsWith("ca=")) {
        credentials.ca().writeRoot(Path.of(word.substring(3)));
      }
    }
    Loop loop = new Loop();
    MailServer mail =
        new MailServer(loop, internet, credentials, Internet.number(words, "smtp", 25));
    Openings openings =
        new Openings(
            internet,
            mail,
            new PolicyServer(loop, internet, credentials),
            Internet.number(words, "https", 443));
    DnsServer dns =
        new DnsServer(
            new Zones(internet, sha256(credentials.key())),
            openings::named,
            Internet.number(words, "dns", 5300));
    dns.start();
    Thread.ofPlatform().daemon().name("end").start(Serve::endWithInput);
    System.out.println("ready: smtp " + mail.port() + ", dns " + dns.port());
    loop.run();
  }

  private static Bytes sha256(PublicKey key) throws GeneralSecurityException {
    return Bytes.of(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
  }

  private static void endWithInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // no input is the end of it too
    }
    System.out.println("CPU of the servers: " + cpu().toMillis() + " ms");
    System.exit(0);
  }

  /** What this process has used so far. */
  static Duration cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Duration.ofNanos(system.getProcessCpuTime())
        : Duration.ZERO;
  }
}
