package dev.smtpscope.realservers;

import dev.smtpscope.realservers.DnsZone.Signing;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import java.util.List;

/** Every way in which TLSA records, signatures and certificates may fit or not. */
final class DaneCases {
  static final TestCa CA = TestCa.now("Dane", KeyType.EC_P256);
  static final Identity STRANGER = CA.selfSigned(CA.server("stranger.example.com"));

  private DaneCases() {}

  static List<DaneCase> all() {
    return List.of(
        good("ee-key").tlsa(3, 1, 1, CA.issue(CA.server(host("ee-key")))),
        self("ee-cert-512", 3, 0, 2),
        self("ee-key-512", 3, 1, 2),
        self("ee-whole-cert", 3, 0, 0),
        self("ee-whole-key", 3, 1, 0),
        eeExpired(),
        eeOtherName(),
        good("mismatch").tlsa(3, 1, 1, STRANGER),
        good("one-of-two").tlsa(3, 1, 1, STRANGER).tlsa(2, 1, 1, CA.intermediate()),
        good("ta").tlsa(2, 1, 1, CA.intermediate()),
        good("ta-cert").tlsa(2, 0, 1, CA.intermediate()),
        good("ta-root-unsent").tlsa(2, 1, 1, CA.root()),
        DaneCase.of("ta-root-sent", CA.chain(host("ta-root-sent")).plus(CA.root()))
            .tlsa(2, 1, 1, CA.root()),
        good("ta-whole-cert").tlsa(2, 0, 0, CA.root()),
        good("ta-whole-key").tlsa(2, 1, 0, CA.root()),
        DaneCase.of("ta-other-name", CA.chain("elsewhere.example.com"))
            .tlsa(2, 1, 1, CA.intermediate()),
        DaneCase.of("ta-domain-name", CA.chain("ta-domain-name.dane.example"))
            .tlsa(2, 1, 1, CA.intermediate()),
        DaneCase.of(
                "ta-expired", CA.chain(CA.server(host("ta-expired")).expired(Duration.ofDays(3))))
            .tlsa(2, 1, 1, CA.intermediate()),
        taOfServer(),
        taUnconnected(),
        agility(),
        good("unusable").tlsa(1, 1, 1, CA.root()),
        good("unusable-no-tls").tlsa(1, 1, 1, CA.root()).withoutTls(),
        good("no-tls").tlsa(3, 1, 1, STRANGER).withoutTls(),
        good("none"),
        good("none-no-tls").withoutTls(),
        good("insecure-records").tlsa(3, 1, 1, STRANGER).zone(Signing.UNSIGNED),
        good("bogus-records").tlsa(3, 1, 1, STRANGER).zone(Signing.CORRUPTED),
        good("bogus-denial").zone(Signing.NO_DENIAL),
        DaneCase.of("insecure", CA.chain("mx.insecure.open.example"))
            .open()
            .tlsa(3, 1, 1, STRANGER),
        good("insecure-mx").tlsa(2, 1, 1, CA.intermediate()).openMx(),
        good("insecure-mx-mismatch").tlsa(3, 1, 1, STRANGER).openMx(),
        DaneCase.of("alias", CA.chain("real.alias.dane.example"))
            .tlsa(2, 1, 1, CA.intermediate())
            .aliased(),
        good("alias-own-name").tlsa(2, 1, 1, CA.intermediate()).aliased(),
        good("alias-mismatch").tlsa(3, 1, 1, STRANGER).aliased());
  }

  private static String host(String name) {
    return "mx." + name + ".dane.example";
  }

  private static DaneCase good(String name) {
    return DaneCase.of(name, CA.chain(host(name)));
  }

  private static DaneCase self(String name, int usage, int selector, int matchingType) {
    Identity own = CA.selfSigned(CA.server(host(name)));
    return DaneCase.of(name, Chain.of(own)).tlsa(usage, selector, matchingType, own);
  }

  private static DaneCase eeExpired() {
    Identity own = CA.selfSigned(CA.server(host("ee-expired")).expired(Duration.ofDays(30)));
    return DaneCase.of("ee-expired", Chain.of(own)).tlsa(3, 1, 1, own);
  }

  private static DaneCase eeOtherName() {
    return DaneCase.of("ee-other-name", Chain.of(STRANGER)).tlsa(3, 1, 1, STRANGER);
  }

  private static DaneCase taOfServer() {
    Identity own = CA.selfSigned(CA.server(host("ta-of-server")));
    return DaneCase.of("ta-of-server", Chain.of(own)).tlsa(2, 1, 1, own);
  }

  private static DaneCase taUnconnected() {
    Identity own = CA.selfSigned(CA.server(host("ta-unconnected")));
    return DaneCase.of("ta-unconnected", Chain.of(own, CA.intermediate()))
        .tlsa(2, 1, 1, CA.intermediate());
  }

  private static DaneCase agility() {
    Identity own = CA.selfSigned(CA.server(host("agility")));
    return DaneCase.of("agility", Chain.of(own)).tlsa(3, 1, 1, own).tlsa(3, 1, 2, STRANGER);
  }
}
