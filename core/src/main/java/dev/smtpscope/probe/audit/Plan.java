package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import java.util.List;

/** Which questions an audit asks. */
final class Plan {
  private Plan() {}

  static List<Question> of(AuditDepth depth, Offers offers) {
    return switch (depth) {
      case QUICK -> quick(offers);
      case FULL, DEEP -> quick(offers);
    };
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
