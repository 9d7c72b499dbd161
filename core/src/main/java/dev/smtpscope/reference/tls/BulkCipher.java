package dev.smtpscope.reference.tls;

/** The symmetric cipher of a suite. */
public enum BulkCipher {
  NULL(0, 0),
  RC2(128, 64),
  RC4(128, 0),
  DES40(40, 64),
  DES(56, 64),
  TRIPLE_DES(112, 64),
  IDEA(128, 64),
  SEED(128, 128),
  AES(128, 128),
  CAMELLIA(128, 128),
  ARIA(128, 128),
  SM4(128, 128),
  AEGIS(128, 128),
  CHACHA20(256, 0),
  GOST_28147(256, 64),
  KUZNYECHIK(256, 128),
  MAGMA(256, 64);

  private final int bits;
  private final int blockBits;

  BulkCipher(int bits, int blockBits) {
    this.bits = bits;
    this.blockBits = blockBits;
  }

  /** The effective bits of the key where a suite's name does not tell. */
  int bits() {
    return bits;
  }

  /** Whether blocks of 64 bits make long sessions leak (SWEET32). */
  public boolean hasSmallBlocks() {
    return blockBits == 64;
  }
}
