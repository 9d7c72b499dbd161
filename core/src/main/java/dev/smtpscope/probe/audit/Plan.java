package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.probe.tls.TlsHandshake;
import java.util.List;
import java.util.stream.Stream;

/** Which questions an audit asks. */
final class Plan {
  private Plan() {}

  static List<Question> of(AuditDepth depth, Offers offers) {
    return switch (depth) {
      case QUICK -> quick(offers);
      case FULL -> full(offers);
      case DEEP -> Stream.concat(full(offers).stream(), active(offers).stream()).toList();
    };
  }

  private static List<Question> active(Offers offers) {
    return List.of(
        new ActiveQuestion(ActiveTest.HEARTBLEED, new Heartbleed(offers)),
        new ActiveQuestion(ActiveTest.CCS_INJECTION, new CcsInjection(offers)),
        new ActiveQuestion(ActiveTest.ROBOT, new Robot(offers)),
        new ActiveQuestion(ActiveTest.TICKETBLEED, new Ticketbleed(offers)),
        new ActiveQuestion(ActiveTest.CLIENT_RENEGOTIATION, new ClientRenegotiation(offers)),
        new ActiveQuestion(ActiveTest.LARGE_KEY_SHARE, new LargeKeyShare(offers)),
        new ActiveQuestion(
            ActiveTest.COMMAND_INJECTION, new SmuggledCommand("", "\r\nNOOP", offers)),
        new ActiveQuestion(
            ActiveTest.RESPONSE_BUFFERING, new SmuggledCommand("NOOP\r\n", "", offers)));
  }

  private static List<Question> full(Offers offers) {
    return List.of(
        new Tls13Question(offers),
        new SuiteChain(TlsVersion.TLS_1_2, offers, riders(new SchemeRider())),
        new Tls13SessionQuestion(offers),
        new Tls13Chain(offers, TlsHandshake.offered(TlsVersion.TLS_1_3)),
        new LegacyChain(TlsVersion.TLS_1_1, offers, riders()),
        new LegacyChain(TlsVersion.TLS_1_0, offers, riders()),
        new LegacyChain(TlsVersion.SSL_3, offers, riders()),
        new ToleranceQuestion(offers),
        new Tls13SigningQuestion(offers),
        new FallbackQuestion(offers),
        new ResumptionQuestion(Feature.RESUMPTION_BY_ID, offers),
        new ResumptionQuestion(Feature.RESUMPTION_BY_TICKET, offers),
        new Ssl2Question());
  }

  private static List<Rider> riders(Rider... more) {
    Stream<Rider> usual =
        Stream.of(
            new ToleranceRider(),
            new NameRider(Asked.NO_NAME),
            new NameRider(Asked.UNKNOWN_NAME),
            new GroupRider());
    return Stream.concat(usual, Stream.of(more)).toList();
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
