package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.SignatureFacts;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.audit.SuiteClass;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules about keys, primes and signatures. */
final class Keys {
  private Keys() {}

  /** Primes of at least that many bits, where there is Diffie-Hellman at all. */
  static Rule dh(int bits) {
    return scope -> {
      Optional<DhParameters> shortest =
          scope.offering().primes().stream().min(Comparator.comparingInt(DhParameters::bits));
      if (shortest.isPresent()) {
        return told(shortest.get().bits() >= bits, shortest.get().bits() + " bits");
      }
      return unseen(scope.offering().accepts(SuiteClass.FINITE_FIELD));
    };
  }

  /** No primes but those of these groups of RFC 7919, where there is Diffie-Hellman at all. */
  static Rule groups(Set<String> allowed) {
    return scope -> {
      List<DhParameters> seen = scope.offering().primes();
      Trait accepts = scope.offering().accepts(SuiteClass.FINITE_FIELD);
      return seen.stream()
          .map(prime -> prime.name().orElse("%d bits of its own".formatted(prime.bits())))
          .filter(name -> !allowed.contains(name.replace("RFC 7919 ", "")))
          .findFirst()
          .map(Trait::no)
          .orElseGet(() -> seen.isEmpty() ? unseen(accepts) : Trait.yes("no others were seen"));
    };
  }

  private static Trait unseen(Trait accepts) {
    return accepts.isYes() ? Trait.unknown("the prime was not seen") : Rules.not(accepts);
  }

  /** RSA keys of at least that many bits, where the certificate has one. */
  static Rule rsa(int bits) {
    return ofLeaf(leaf ->
        told(
            !leaf.key().algorithm().startsWith("RSA") || leaf.key().bits() >= bits,
            leaf.key().algorithm() + " " + leaf.key().bits() + " bits"));
  }

  static Rule type(String algorithm) {
    return ofLeaf(leaf ->
        told(leaf.key().algorithm().equals(algorithm), "the key is " + leaf.key().algorithm()));
  }

  static Rule validity(int days) {
    return ofLeaf(leaf -> {
      Duration valid = Duration.between(leaf.notBefore(), leaf.notAfter());
      return told(valid.toDays() <= days, "valid for " + valid.toDays() + " days");
    });
  }

  private static Rule ofLeaf(Function<CertificateDetails, Trait> rule) {
    return scope ->
        scope.certificates().stream()
            .findFirst()
            .map(rule)
            .orElseGet(() -> Trait.unknown("no certificate was seen"));
  }

  /** No MD5 or SHA-1 in certificates; a root's own signature proves nothing either way. */
  static Trait hash(Scope scope) {
    List<String> weak =
        scope.certificates().stream()
            .filter(Predicate.not(CertificateDetails::selfSigned))
            .map(CertificateDetails::signatureAlgorithm)
            .filter(name -> name.startsWith("SHA1") || name.startsWith("MD"))
            .toList();
    if (scope.certificates().isEmpty()) {
      return Trait.unknown("no certificate was seen");
    }
    return weak.isEmpty() ? Trait.yes("none is signed so") : Trait.no(weak.getFirst());
  }

  /** No MD5 or SHA-1 in signatures of TLS 1.2 and later, which leave a choice. */
  static Trait signatures(Scope scope) {
    List<Trait> weak =
        scope.offering().audit().signatures().stream()
            .filter(s -> s.scheme().name().contains("sha1") || s.scheme().name().contains("md5"))
            .map(Keys::withName)
            .toList();
    if (weak.isEmpty()) {
      return Trait.unknown("not asked for");
    }
    return Rules.not(
        weak.stream()
            .filter(Trait::isYes)
            .findFirst()
            .or(() -> weak.stream().filter(t -> t.support() == Support.UNKNOWN).findFirst())
            .orElse(weak.getFirst()));
  }

  private static Trait withName(SignatureFacts signature) {
    return new Trait(
        signature.trait().support(), signature.scheme().name() + ": " + signature.trait().detail());
  }

  private static Trait told(boolean holds, String detail) {
    return holds ? Trait.yes(detail) : Trait.no(detail);
  }
}
