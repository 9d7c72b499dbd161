package dev.smtpscope.text;

import java.util.Map;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** The RFC 4514 form of a name in a certificate. */
public final class DistinguishedName {
  private static final int MAX_LENGTH = 1000;
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|x([0-9A-F]{2}))");

  /** Attribute types beyond the nine that the RFC names. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "1.2.840.113549.1.9.1", "emailAddress",
          "2.5.4.5", "serialNumber",
          "2.5.4.4", "SN",
          "2.5.4.42", "GN",
          "2.5.4.12", "title",
          "2.5.4.15", "businessCategory",
          "2.5.4.17", "postalCode",
          "2.5.4.97", "organizationIdentifier");

  private DistinguishedName() {}

  /**
   * The name, safe to print: what could not be printed stands as that RFC's own {@code \HH} escape.
   * Cut after {@value #MAX_LENGTH} characters.
   */
  public static String of(X500Principal name) {
    String visible = Visible.ofText(name.getName(X500Principal.RFC2253, ATTRIBUTES));
    String escaped =
        ESCAPE.matcher(visible).replaceAll(m -> m.group(1) == null ? "\\\\" : "\\\\" + m.group(1));
    return escaped.length() <= MAX_LENGTH ? escaped : escaped.substring(0, MAX_LENGTH) + "…";
  }
}
