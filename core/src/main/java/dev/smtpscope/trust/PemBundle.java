package dev.smtpscope.trust;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.text.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trust anchors from a PEM file of one certificate or many; text between them is passed over. */
public final class PemBundle {
  private static final int MAX_SIZE = 10_000_000;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)"
              + "(-----END (?:X509 )?CERTIFICATE-----)?");

  private PemBundle() {}

  /** The file does not hold certificates. The message is one line that says what is wrong. */
  public static final class InvalidBundleException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidBundleException(String message) {
      super(message);
    }
  }

  /** The certificates of {@code file}, at most {@value #MAX_SIZE} octets long. */
  public static TrustAnchors read(Path file) throws InvalidBundleException {
    String name = Visible.ofText(file.toString());
    return TrustAnchors.of(name, parse(name, text(file, name)));
  }

  private static String text(Path file, String name) throws InvalidBundleException {
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidBundleException(name + " is a directory; give a PEM file");
      }
      if (Files.size(file) > MAX_SIZE) {
        throw new InvalidBundleException(name + " is larger than " + MAX_SIZE + " bytes");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new InvalidBundleException("there is no file " + name);
    } catch (IOException e) {
      throw new InvalidBundleException(name + " can't be read: " + e.getMessage());
    }
  }

  private static List<X509Certificate> parse(String name, String text)
      throws InvalidBundleException {
    List<X509Certificate> certificates = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      certificates.add(parse(name, certificates.size() + 1, block));
    }
    if (certificates.isEmpty()) {
      throw new InvalidBundleException(
          name + " holds no PEM certificate (-----BEGIN CERTIFICATE-----)");
    }
    return certificates;
  }

  private static X509Certificate parse(String name, int number, Matcher block)
      throws InvalidBundleException {
    if (block.group(2) == null) {
      throw new InvalidBundleException(
          "certificate " + number + " in " + name + " has no end line");
    }
    try {
      byte[] der = Base64.getDecoder().decode(block.group(1).replaceAll("\\s", ""));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new InvalidBundleException(
          "certificate " + number + " in " + name + " can't be read as X.509");
    }
  }
}
