package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import java.util.List;

/** The cipher kinds of SSLv2, whose codes have three octets. */
final class Ssl2Suites {
  static final List<SuiteProperties> ALL =
      List.of(
          suite(0x010080, "SSL_CK_RC4_128_WITH_MD5", BulkCipher.RC4, 128),
          suite(0x020080, "SSL_CK_RC4_128_EXPORT40_WITH_MD5", BulkCipher.RC4, 40),
          suite(0x030080, "SSL_CK_RC2_128_CBC_WITH_MD5", BulkCipher.RC2, 128),
          suite(0x040080, "SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5", BulkCipher.RC2, 40),
          suite(0x050080, "SSL_CK_IDEA_128_CBC_WITH_MD5", BulkCipher.IDEA, 128),
          suite(0x060040, "SSL_CK_DES_64_CBC_WITH_MD5", BulkCipher.DES, 56),
          suite(0x0700C0, "SSL_CK_DES_192_EDE3_CBC_WITH_MD5", BulkCipher.TRIPLE_DES, 112),
          suite(0x080080, "SSL_CK_RC4_64_WITH_MD5", BulkCipher.RC4, 64));

  private Ssl2Suites() {}

  private static SuiteProperties suite(int code, String name, BulkCipher cipher, int bits) {
    return new SuiteProperties(
        new CipherSuite(code, name),
        Exchange.RSA,
        Authentication.RSA,
        cipher,
        bits,
        cipher == BulkCipher.RC4 ? Mode.STREAM : Mode.CBC,
        Hash.MD5,
        name.contains("EXPORT"),
        TlsVersion.SSL_2);
  }
}
