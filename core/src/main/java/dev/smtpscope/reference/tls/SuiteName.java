package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a suite is made of from its registered name. */
final class SuiteName {
  private static final Pattern NAME =
      Pattern.compile(
          "TLS_(?:(?<agreement>\\w+?)(?<export>_EXPORT(?:1024)?)?_WITH_)?"
              + "(?<cipher>NULL|RC2|RC4|DES40|DES|3DES_EDE|IDEA|SEED|AES|CAMELLIA|ARIA|SM4|AEGIS"
              + "|CHACHA20|28147|KUZNYECHIK|MAGMA|SHA256(?=_)|SHA384(?=_))"
              + "(?:_(?<bits>40|56|128|256)L?)?"
              + "(?:_(?<mode>CBC|CNT|CTR|GCM|CCM_8|CCM|POLY1305|MGM))?"
              + "(?:_OLD)?"
              + "(?:_(?<cut>40|56))?"
              + "(?:_(?<hash>MD5|SHA|SHA256|SHA384|SHA512|SM3|NULL|OMAC|IMIT|L|S|GOSTR3411))?");

  /** RFC 9189. */
  private static final int FIRST_GOST_OF_TLS_1_2 = 0xC100;

  private final CipherSuite suite;
  private final Matcher part;
  private final Agreement agreement;

  private SuiteName(CipherSuite suite, Matcher part, Agreement agreement) {
    this.suite = suite;
    this.part = part;
    this.agreement = agreement;
  }

  /** Empty for signals, which are no suites. */
  static Optional<SuiteProperties> read(CipherSuite suite) {
    Matcher part = NAME.matcher(suite.name());
    if (!part.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(part.group("agreement"))
        .map(Agreement::named)
        .orElse(Optional.of(Agreement.TLS_1_3))
        .map(agreement -> new SuiteName(suite, part, agreement).read());
  }

  private SuiteProperties read() {
    BulkCipher cipher = cipher();
    return new SuiteProperties(
        suite,
        agreement.exchange(),
        agreement.authentication(),
        cipher,
        bits(cipher),
        mode(cipher),
        hash(),
        part.group("export") != null,
        since(mode(cipher)));
  }

  private BulkCipher cipher() {
    String name = part.group("cipher");
    return switch (name) {
      case "SHA256", "SHA384" -> BulkCipher.NULL;
      case "3DES_EDE" -> BulkCipher.TRIPLE_DES;
      case "28147" -> BulkCipher.GOST_28147;
      default -> BulkCipher.valueOf(name);
    };
  }

  private int bits(BulkCipher cipher) {
    return Optional.ofNullable(part.group("cut"))
        .or(() -> Optional.ofNullable(part.group("bits")))
        .map(Integer::parseInt)
        .orElse(cipher.bits());
  }

  private Mode mode(BulkCipher cipher) {
    String name = part.group("mode");
    if (name == null) {
      return switch (cipher) {
        case RC4 -> Mode.STREAM;
        case AEGIS -> Mode.AEGIS;
        default -> Mode.NONE;
      };
    }
    return name.equals("CNT") || name.equals("CTR") ? Mode.COUNTER : Mode.valueOf(name);
  }

  private Hash hash() {
    String name = part.group("hash");
    return switch (name) {
      case null -> Hash.SHA256;
      case "SHA" -> Hash.SHA1;
      case "NULL" -> Hash.NONE;
      case "OMAC", "IMIT", "L", "S", "GOSTR3411" -> Hash.GOST;
      default -> Hash.valueOf(name);
    };
  }

  private TlsVersion since(Mode mode) {
    if (agreement.exchange() == Exchange.TLS_1_3 || mode == Mode.MGM) {
      return TlsVersion.TLS_1_3;
    }
    return mode.isAead() || needsTls12() ? TlsVersion.TLS_1_2 : TlsVersion.SSL_3;
  }

  /**
   * Newer hashes came with TLS 1.2; with pre-shared keys they may go with older ones (RFC 5487).
   */
  private boolean needsTls12() {
    return switch (hash()) {
      case SHA224, SHA256, SHA384, SHA512, SM3 ->
          switch (agreement.exchange()) {
            case PSK, RSA_PSK, DHE_PSK, ECDHE_PSK -> cipher() == BulkCipher.ARIA;
            default -> true;
          };
      case GOST -> suite.code() >= FIRST_GOST_OF_TLS_1_2;
      case NONE, MD5, SHA1, MD5_SHA1 -> false;
    };
  }
}
