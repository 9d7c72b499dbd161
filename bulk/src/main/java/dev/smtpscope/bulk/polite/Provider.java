package dev.smtpscope.bulk.polite;

import com.google.common.net.InternetDomainName;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;

/**
 * Who runs a server, as far as its name tells: the domain that was registered, by the public suffix
 * list without its private part, since names of customers are the provider's servers all the same.
 */
public final class Provider {
  private Provider() {}

  /** The registered domain of {@code host}, or its last two labels where the list has no word. */
  public static String of(HostName host) {
    return registered(host).orElseGet(() -> lastTwo(host));
  }

  private static Optional<String> registered(HostName host) {
    if (!InternetDomainName.isValid(host.ascii())) {
      return Optional.empty();
    }
    InternetDomainName name = InternetDomainName.from(host.ascii());
    return name.isUnderRegistrySuffix()
        ? Optional.of(name.topDomainUnderRegistrySuffix().toString())
        : Optional.empty();
  }

  private static String lastTwo(HostName host) {
    List<String> labels = host.labels();
    return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
  }
}
