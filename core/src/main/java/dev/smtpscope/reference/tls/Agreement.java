package dev.smtpscope.reference.tls;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** Key exchange and authentication, the part of a suite's name before {@code WITH}. */
record Agreement(Exchange exchange, Authentication authentication) {
  static final Agreement TLS_1_3 = new Agreement(Exchange.TLS_1_3, Authentication.TLS_1_3);

  private static final Map<String, Agreement> NAMES =
      Map.ofEntries(
          entry("NULL", new Agreement(Exchange.NULL, Authentication.NULL)),
          entry("RSA", new Agreement(Exchange.RSA, Authentication.RSA)),
          entry("DH_DSS", new Agreement(Exchange.DH, Authentication.DSS)),
          entry("DH_RSA", new Agreement(Exchange.DH, Authentication.RSA)),
          entry("DH_anon", new Agreement(Exchange.DHE, Authentication.ANONYMOUS)),
          entry("DHE_DSS", new Agreement(Exchange.DHE, Authentication.DSS)),
          entry("DHE_RSA", new Agreement(Exchange.DHE, Authentication.RSA)),
          entry("ECDH_ECDSA", new Agreement(Exchange.ECDH, Authentication.ECDSA)),
          entry("ECDH_RSA", new Agreement(Exchange.ECDH, Authentication.RSA)),
          entry("ECDH_anon", new Agreement(Exchange.ECDHE, Authentication.ANONYMOUS)),
          entry("ECDHE_ECDSA", new Agreement(Exchange.ECDHE, Authentication.ECDSA)),
          entry("ECDHE_RSA", new Agreement(Exchange.ECDHE, Authentication.RSA)),
          entry("PSK", new Agreement(Exchange.PSK, Authentication.PSK)),
          entry("RSA_PSK", new Agreement(Exchange.RSA_PSK, Authentication.RSA)),
          entry("DHE_PSK", new Agreement(Exchange.DHE_PSK, Authentication.PSK)),
          entry("PSK_DHE", new Agreement(Exchange.DHE_PSK, Authentication.PSK)),
          entry("ECDHE_PSK", new Agreement(Exchange.ECDHE_PSK, Authentication.PSK)),
          entry("SRP_SHA", new Agreement(Exchange.SRP, Authentication.PASSWORD)),
          entry("SRP_SHA_RSA", new Agreement(Exchange.SRP, Authentication.RSA)),
          entry("SRP_SHA_DSS", new Agreement(Exchange.SRP, Authentication.DSS)),
          entry("ECCPWD", new Agreement(Exchange.ECCPWD, Authentication.PASSWORD)),
          entry("KRB5", new Agreement(Exchange.KRB5, Authentication.KRB5)),
          entry("GOSTR341001", new Agreement(Exchange.GOST, Authentication.GOST)),
          entry("GOSTR341112_256", new Agreement(Exchange.GOST, Authentication.GOST)));

  static Optional<Agreement> named(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }
}
