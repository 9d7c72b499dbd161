package dev.smtpscope.judge.audit;

import static dev.smtpscope.facts.TlsVersion.SSL_2;
import static dev.smtpscope.facts.TlsVersion.SSL_3;
import static dev.smtpscope.facts.TlsVersion.TLS_1_0;
import static dev.smtpscope.facts.TlsVersion.TLS_1_1;
import static dev.smtpscope.facts.TlsVersion.TLS_1_2;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.audit.Grade.Cap;
import dev.smtpscope.judge.audit.Grade.Letter;
import dev.smtpscope.reference.tls.CipherSuites;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what caps a server's letter. For one server and one thread. */
public final class Grading {
  private static final int BROKEN = 1024;
  private static final int SHORT = 2048;

  private final Offering offering;
  private final List<Cap> caps = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Grading(Offering offering) {
    this.offering = offering;
  }

  /**
   * The letter of a server.
   *
   * @param authenticated whether clients insist on a trusted certificate and refuse to go without
   * @param distrust why they don't trust it; empty where they do
   */
  public static Grade of(Offering offering, boolean authenticated, Optional<String> distrust) {
    Grading grading = new Grading(offering);
    grading.versions();
    grading.suites(authenticated);
    grading.faults();
    grading.keys();
    distrust
        .filter(why -> authenticated)
        .ifPresent(why -> grading.caps.add(new Cap(Letter.T, "the certificate: " + why)));
    return grading.grade();
  }

  private Grade grade() {
    caps.sort(Comparator.comparing(Cap::letter).reversed());
    Letter worst = caps.isEmpty() ? Letter.A : caps.getFirst().letter();
    return new Grade(missing.isEmpty() ? Optional.of(worst) : Optional.empty(), caps, missing);
  }

  private void versions() {
    cap(Letter.F, offering.speaks(SSL_2), "SSLv2 is spoken");
    cap(Letter.C, offering.speaks(SSL_3), "SSLv3 is spoken");
    cap(Letter.B, offering.speaks(TLS_1_0), "TLS 1.0 is spoken");
    cap(Letter.B, offering.speaks(TLS_1_1), "TLS 1.1 is spoken");
    List<TlsVersion> spoken = offering.spoken();
    if (!spoken.isEmpty() && spoken.getLast().compareTo(TLS_1_2) < 0) {
      caps.add(new Cap(Letter.C, "TLS 1.2 is not spoken"));
    }
  }

  private void suites(boolean authenticated) {
    caps(Letter.F, SuiteClass.NULL);
    caps(Letter.F, SuiteClass.EXPORT);
    if (authenticated) {
      caps(Letter.F, SuiteClass.ANONYMOUS);
    }
    caps(Letter.C, SuiteClass.RC4);
    caps(Letter.F, SuiteClass.DES);
    caps(Letter.C, SuiteClass.BLOCK_64);
    if (offering.accepted().stream().noneMatch(Grading::isForwardSecret)) {
      caps.add(new Cap(Letter.B, "no suite has forward secrecy"));
    }
    if (offering.accepted().stream().noneMatch(Grading::isAead)) {
      caps.add(new Cap(Letter.B, "no suite is an AEAD"));
    }
  }

  private static boolean isForwardSecret(Choice choice) {
    return CipherSuites.find(choice.suite().code()).filter(s -> s.isForwardSecret()).isPresent();
  }

  private static boolean isAead(Choice choice) {
    return CipherSuites.find(choice.suite().code()).filter(s -> s.isAead()).isPresent();
  }

  private void faults() {
    cap(Letter.F, Attack.RENEGOTIATION.against(offering), "renegotiation is not secure");
    cap(Letter.C, Attack.CRIME.against(offering), "TLS compression is on");
    for (ActiveTest test :
        List.of(
            ActiveTest.HEARTBLEED,
            ActiveTest.CCS_INJECTION,
            ActiveTest.ROBOT,
            ActiveTest.TICKETBLEED,
            ActiveTest.COMMAND_INJECTION)) {
      if (offering.shows(test).isYes()) {
        caps.add(new Cap(Letter.F, test.label()));
      }
    }
    if (offering.has(Feature.EARLY_DATA).isYes()) {
      caps.add(new Cap(Letter.B, "early data is accepted"));
    }
  }

  private void keys() {
    offering.primes().stream()
        .mapToInt(DhParameters::bits)
        .filter(bits -> bits < SHORT)
        .min()
        .ifPresent(bits -> tooShort(bits, "Diffie-Hellman with " + bits + " bits"));
    Optional<CertificateDetails> leaf =
        offering.session().flatMap(TlsSession::leaf).flatMap(PeerCertificate::details);
    leaf.filter(l -> l.key().algorithm().startsWith("RSA") && l.key().bits() < SHORT)
        .ifPresent(l -> tooShort(l.key().bits(), "an RSA key of " + l.key().bits() + " bits"));
    leaf.map(CertificateDetails::signatureAlgorithm)
        .filter(name -> name.startsWith("SHA1") || name.startsWith("MD"))
        .ifPresent(name -> caps.add(new Cap(Letter.F, "a certificate signed with " + name)));
    if (leaf.isEmpty()) {
      missing.add("no certificate was seen");
    }
  }

  private void tooShort(int bits, String what) {
    caps.add(new Cap(bits < BROKEN ? Letter.F : Letter.B, what));
  }

  private void caps(Letter letter, SuiteClass kind) {
    cap(letter, offering.accepts(kind), "suites " + kind.label());
  }

  private void cap(Letter letter, Trait trait, String reason) {
    if (trait.isYes()) {
      caps.add(new Cap(letter, reason));
    } else if (trait.support() == Support.UNKNOWN) {
      missing.add(trait.detail());
    }
  }
}
