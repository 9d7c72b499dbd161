package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.probe.tls.CertificateReader;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.HostName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/** What a certificate is to be held against. */
public final class RenewalFlags implements Flags {
  private static final long LARGEST = 1 << 20;

  private final Flag<Path> certificate =
      Flag.of(
          "--cert",
          "FILE",
          Path.class,
          Path::of,
          "The new certificate in PEM, followed by the intermediates that the server will send.");

  private final Flag<HostName> domain =
      Flag.of(
          "--domain",
          "NAME",
          HostName.class,
          new Words.OfHostName(),
          "The mail domain whose records and policy count.");

  private final Flag<HostName> host =
      Flag.of(
          "--host",
          "NAME",
          HostName.class,
          new Words.OfHostName(),
          "The MX host that will use it (those that the certificate is for).");

  private final Flag<Path> ca =
      Flag.of(
          "--ca",
          "FILE",
          Path.class,
          Path::of,
          "Trust the PEM certificates of FILE in place of the JDK's.");

  private final NameFlags names = new NameFlags();

  @Override
  public List<OptionSpec> specs() {
    return List.of(certificate.spec(), domain.spec(), host.spec(), ca.spec());
  }

  /** Adds all to a command. */
  public void describeTo(CommandShape shape) {
    shape.section("What to compare", this).section("Whom to ask for names", names);
  }

  public HostName domain() {
    return domain
        .value()
        .orElseThrow(() -> new UsageException("no domain is named; give --domain example.org"));
  }

  public Optional<HostName> host() {
    return host.value();
  }

  public TrustAnchors anchors(TrustAnchors usual) {
    return ca.value().map(Trust::of).orElse(usual);
  }

  /** Makes what names are looked up with; {@code usual} where nothing was said. */
  public Supplier<NameService> names(Supplier<NameService> usual) {
    return names.names(usual);
  }

  /** How to look; no server is connected to but that of the policy. */
  public ScanOptions options() {
    return new ScanFlags().options();
  }

  /** The certificates of the file, in its order. */
  public List<PeerCertificate> chain() {
    Path file =
        certificate
            .value()
            .orElseThrow(() -> new UsageException("no certificate is named; give --cert FILE"));
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("--cert: there is no file " + file);
    } catch (IOException e) {
      throw new UsageException("--cert: " + file + " can't be read");
    } catch (CertificateException e) {
      throw new UsageException("--cert: " + file + " has no certificates in PEM");
    }
  }

  private static List<PeerCertificate> read(Path file) throws IOException, CertificateException {
    if (Files.size(file) > LARGEST) {
      throw new UsageException("--cert: " + file + " is larger than 1 MiB");
    }
    try (InputStream in = Files.newInputStream(file)) {
      List<PeerCertificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(RenewalFlags::read)
              .toList();
      if (chain.isEmpty()) {
        throw new CertificateException("none");
      }
      return chain;
    }
  }

  private static PeerCertificate read(Certificate certificate) {
    try {
      return CertificateReader.read(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
