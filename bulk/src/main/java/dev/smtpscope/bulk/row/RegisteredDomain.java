package dev.smtpscope.bulk.row;

import com.google.common.net.InternetDomainName;
import dev.smtpscope.target.HostName;

/** The name that an organisation registered, by the list of public suffixes. Thread-safe. */
public final class RegisteredDomain {
  private RegisteredDomain() {}

  /**
   * The registered domain of {@code host}, such as {@code example.co.uk} of {@code
   * mx1.example.co.uk}; the whole name where it is itself a suffix, or no name of the public DNS.
   */
  public static String of(HostName host) {
    String name = host.ascii();
    while (!InternetDomainName.isValid(name)) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        return host.ascii();
      }
      name = name.substring(dot + 1);
    }
    InternetDomainName valid = InternetDomainName.from(name);
    return valid.isUnderRegistrySuffix()
        ? valid.topDomainUnderRegistrySuffix().toString()
        : host.ascii();
  }
}
