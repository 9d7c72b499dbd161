package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.judge.pki.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads the certificates of {@code --ca}. */
final class Trust {
  private static final long MOST_BYTES = 10_000_000;

  private Trust() {}

  static TrustAnchors of(Path file) {
    List<X509Certificate> roots = parse(file, read(file));
    if (roots.isEmpty()) {
      throw noCertificate(file);
    }
    return TrustAnchors.of(String.valueOf(file.getFileName()), roots);
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UsageException("--ca: " + file + " is larger than 10 MB");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("--ca: " + file + " does not exist");
    } catch (IOException e) {
      throw new UsageException("--ca: " + file + " cannot be read");
    }
  }

  private static List<X509Certificate> parse(Path file, byte[] bytes) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw noCertificate(file);
    }
  }

  private static UsageException noCertificate(Path file) {
    return new UsageException("--ca: " + file + " holds no certificates in PEM");
  }
}
