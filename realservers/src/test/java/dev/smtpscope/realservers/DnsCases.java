package dev.smtpscope.realservers;

import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.realservers.DnsZone.Delegation;
import dev.smtpscope.realservers.DnsZone.Signing;
import java.util.List;

/** The names that DNSSEC tests ask for, the same in every zone, and what each must come to. */
final class DnsCases {
  private DnsCases() {}

  private static final class Shared {
    static final DnsVillage VILLAGE = DnsVillage.start(zones());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(VILLAGE::close, "end DNS servers"));
    }
  }

  /**
   * One question.
   *
   * @param reason a part of the reason; empty where the answer is secure
   */
  record Case(String name, String type, DnssecStatus status, String reason) {
    @Override
    public String toString() {
      return name + " " + type;
    }
  }

  /** The zones, served for this test run. */
  static DnsVillage village() {
    return RealServers.available(() -> Shared.VILLAGE);
  }

  private static List<DnsZone> zones() {
    return List.of(
        zone("nsec.example"),
        zone("nsec3.example").signed(Signing.NSEC3),
        zone("many.example").signed(Signing.MANY_ITERATIONS),
        zone("out.example").signed(Signing.OPT_OUT),
        zone("unsigned.example").signed(Signing.UNSIGNED),
        zone("no-ds.example").delegated(Delegation.NO_DS),
        zone("wrong-ds.example").delegated(Delegation.WRONG_DS),
        zone("stripped.example").signed(Signing.UNSIGNED).delegated(Delegation.WRONG_DS),
        zone("expired.example").signed(Signing.EXPIRED),
        zone("early.example").signed(Signing.NOT_YET_VALID),
        zone("corrupted.example").signed(Signing.CORRUPTED),
        zone("no-denial.example").signed(Signing.NO_DENIAL),
        zone("no-keys.example").signed(Signing.NO_DNSKEY),
        DnsZone.of("hashed").signed(Signing.NSEC3),
        zone("secure.hashed"),
        zone("unsigned.hashed").signed(Signing.UNSIGNED),
        DnsZone.of("opting").signed(Signing.OPT_OUT),
        zone("secure.opting"),
        zone("unsigned.opting").signed(Signing.UNSIGNED),
        zone("deep.down.below.example"),
        mail(),
        DnsZone.of("77.127.in-addr.arpa")
            .ptr("1.1", "mx1.mail.example.")
            .ptr("1.1", "other.example."),
        DnsZone.of("lame.example").record("down", "NS", "nobody.nsec.example."),
        DnsZone.of("unproven").signed(Signing.NO_DENIAL),
        zone("unsigned.unproven").signed(Signing.UNSIGNED));
  }

  private static DnsZone zone(String name) {
    return DnsZone.of(name)
        .mx("@", 10, "mx1")
        .address("mx1", "127.77.1.1")
        .address("*.wild", "127.77.1.2")
        .address("x.empty", "127.77.1.3")
        .cname("alias", "mx1")
        .cname("to-secure", "mx1.nsec3.example.")
        .cname("to-unsigned", "mx1.unsigned.example.")
        .cname("to-expired", "mx1.expired.example.")
        .cname("to-nowhere", "nobody.nsec.example.");
  }

  /** What an MX set can be, and the other records of a mail domain. */
  private static DnsZone mail() {
    return DnsZone.of("mail.example")
        .mx("@", 20, "mx2")
        .mx("@", 10, "mx1")
        .mx("@", 10, "mx1.other.example.")
        .mx("null", 0, ".")
        .mx("null-and-more", 0, ".")
        .mx("null-and-more", 10, "mx1")
        .mx("to-alias", 10, "alias")
        .mx("to-address", 10, "127.77.1.1.")
        .mx("dangling", 10, "nobody")
        .mx("twice", 10, "mx1")
        .mx("twice", 20, "mx1")
        .address("mx1", "127.77.1.1", "127.77.1.2", "::1")
        .address("mx2", "127.77.1.3")
        .cname("alias", "mx1")
        .cname("loop", "pool")
        .cname("pool", "loop")
        .cname("far", "x.down.lame.example.")
        .tlsa("_25._tcp.mx1", 3, 1, 1, "00".repeat(32))
        .tlsa("_25._tcp.mx1", 2, 0, 2, "00".repeat(64))
        .txt("_mta-sts", "v=STSv1; ", "id=20261121;")
        .txt("_smtp._tls", "v=TLSRPTv1; rua=mailto:tls@mail.example")
        .srv("_submissions._tcp", 0, 1, 465, "mx1")
        .srv("_submission._tcp", 0, 0, 0, ".");
  }

  static List<Case> all() {
    return List.of(
        secure("nsec.example", "MX"),
        secure("mx1.nsec.example", "A"),
        secure("mx1.nsec.example", "AAAA"),
        secure("nobody.nsec.example", "A"),
        secure("empty.nsec.example", "A"),
        secure("any.wild.nsec.example", "A"),
        secure("any.wild.nsec.example", "MX"),
        secure("alias.nsec.example", "A"),
        secure("alias.nsec.example", "AAAA"),
        secure("to-secure.nsec.example", "A"),
        secure("to-nowhere.nsec.example", "A"),
        secure("nsec3.example", "MX"),
        secure("mx1.nsec3.example", "AAAA"),
        secure("nobody.nsec3.example", "A"),
        secure("empty.nsec3.example", "A"),
        secure("any.wild.nsec3.example", "A"),
        secure("any.wild.nsec3.example", "MX"),
        secure("to-secure.nsec3.example", "A"),
        secure("secure.hashed", "MX"),
        secure("secure.opting", "MX"),
        secure("deep.down.below.example", "MX"),
        secure("no-denial.example", "MX"),
        secure("many.example", "MX"),
        secure("out.example", "MX"),
        secure("mx1.out.example", "AAAA"),
        insecure("to-unsigned.nsec.example", "A", "unsigned.example has no DS record"),
        insecure("unsigned.example", "MX", "unsigned.example has no DS record"),
        insecure("nobody.unsigned.example", "A", "unsigned.example has no DS record"),
        insecure("to-secure.unsigned.example", "A", "unsigned.example has no DS record"),
        insecure("no-ds.example", "MX", "no-ds.example has no DS record"),
        insecure("unsigned.hashed", "MX", "unsigned.hashed has no DS record"),
        insecure("mx1.unsigned.hashed", "AAAA", "unsigned.hashed has no DS record"),
        insecure("unsigned.opting", "MX", "unsigned.opting has no DS record"),
        insecure("mx1.many.example", "AAAA", "2600 iterations"),
        insecure("nobody.many.example", "A", "2600 iterations"),
        insecure("any.wild.out.example", "A", "opt-out"),
        bogus("to-expired.nsec.example", "A", "the DNSKEY of expired.example expired 3 days ago"),
        bogus("wrong-ds.example", "MX", "no DNSKEY of wrong-ds.example matches its DS record"),
        bogus("nobody.wrong-ds.example", "A", "no DNSKEY of wrong-ds.example matches"),
        bogus("stripped.example", "MX", "stripped.example has a DS record but no DNSKEY"),
        bogus("expired.example", "MX", "expired 3 days ago"),
        bogus("nobody.expired.example", "A", "expired 3 days ago"),
        bogus("early.example", "MX", "the DNSKEY of early.example is not valid before "),
        bogus("corrupted.example", "MX", "the MX of corrupted.example does not verify"),
        bogus("alias.corrupted.example", "A", "the CNAME of alias.corrupted.example does not"),
        bogus("mx1.corrupted.example", "AAAA", "the NSEC of mx1.corrupted.example does not verify"),
        bogus("mx1.no-denial.example", "AAAA", "the proof that there is no AAAA of mx1.no-denial"),
        bogus("nobody.no-denial.example", "A", "that there is no A of nobody.no-denial.example"),
        bogus("any.wild.no-denial.example", "A", "the answer comes from a wildcard, without"),
        bogus("no-keys.example", "MX", "no-keys.example has a DS record but no DNSKEY"),
        bogus(
            "unsigned.unproven", "MX", "proof that unsigned.unproven has no DS record is missing"));
  }

  private static Case secure(String name, String type) {
    return new Case(name, type, DnssecStatus.SECURE, "");
  }

  private static Case insecure(String name, String type, String reason) {
    return new Case(name, type, DnssecStatus.INSECURE, reason);
  }

  private static Case bogus(String name, String type, String reason) {
    return new Case(name, type, DnssecStatus.BOGUS, reason);
  }
}
