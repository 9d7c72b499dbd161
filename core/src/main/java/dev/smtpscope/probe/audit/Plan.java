package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.probe.tls.TlsHandshake;
import java.util.List;

/** Which questions an audit asks. */
final class Plan {
  private Plan() {}

  static List<Question> of(AuditDepth depth, Offers offers) {
    return switch (depth) {
      case QUICK -> quick(offers);
      case FULL, DEEP -> full(offers);
    };
  }

  private static List<Question> full(Offers offers) {
    List<Rider> riders =
        List.of(
            new ToleranceRider(),
            new NameRider(Asked.NO_NAME),
            new NameRider(Asked.UNKNOWN_NAME),
            new GroupRider(),
            new SchemeRider());
    return List.of(
        new Tls13Question(offers),
        new SuiteChain(TlsVersion.TLS_1_2, offers, riders),
        new Tls13SessionQuestion(offers),
        new Tls13Chain(offers, TlsHandshake.offered(TlsVersion.TLS_1_3)),
        new LegacyChain(TlsVersion.TLS_1_1, offers),
        new LegacyChain(TlsVersion.TLS_1_0, offers),
        new LegacyChain(TlsVersion.SSL_3, offers),
        new FallbackQuestion(offers),
        new ResumptionQuestion(Feature.RESUMPTION_BY_ID, offers),
        new ResumptionQuestion(Feature.RESUMPTION_BY_TICKET, offers),
        new Ssl2Question());
  }

  private static List<Question> quick(Offers offers) {
    List<SuiteClass> alongside = List.of(SuiteClass.DHE, SuiteClass.NOT_FORWARD_SECRET);
    return List.of(
        new Tls13Question(offers),
        new VersionQuestion(TlsVersion.TLS_1_2, offers, List.of()),
        new VersionQuestion(TlsVersion.TLS_1_1, offers, alongside),
        new VersionQuestion(TlsVersion.TLS_1_0, offers, alongside),
        new VersionQuestion(TlsVersion.SSL_3, offers, List.of()),
        new ClassQuestion(SuiteClass.WEAK, offers),
        new ClassQuestion(SuiteClass.NOT_FORWARD_SECRET, offers),
        new ClassQuestion(SuiteClass.DHE, offers),
        new PostQuantumQuestion(offers),
        new Ssl2Question());
  }
}
