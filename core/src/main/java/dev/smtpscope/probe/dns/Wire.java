package dev.smtpscope.probe.dns;

import java.util.Arrays;

/** What can be told of a message's octets without parsing it (RFC 1035 section 4.1.1). */
final class Wire {
  private static final int HEADER = 12;

  private Wire() {}

  /**
   * Whether {@code message} is the answer to {@code query}: same number, a response, same question.
   * Error replies may leave the question out.
   */
  static boolean answers(byte[] message, byte[] query) {
    if (message.length < HEADER || (message[2] & 0x80) == 0) {
      return false;
    }
    boolean sameNumber = message[0] == query[0] && message[1] == query[1];
    int questions = ((message[4] & 0xff) << 8) | (message[5] & 0xff);
    return sameNumber && (questions == 0 ? isError(message) : sameQuestion(message, query));
  }

  /** Whether the answer did not fit. */
  static boolean isTruncated(byte[] message) {
    return (message[2] & 0x02) != 0;
  }

  private static boolean isError(byte[] message) {
    return (message[3] & 0x0f) != 0;
  }

  private static boolean sameQuestion(byte[] message, byte[] query) {
    int end = endOfQuestion(query);
    return message.length >= end && Arrays.equals(lowerCase(message, end), lowerCase(query, end));
  }

  private static int endOfQuestion(byte[] query) {
    int at = HEADER;
    while (query[at] != 0) {
      at += query[at] + 1;
    }
    return at + 5;
  }

  /** The question with its letters in lower case; lengths are below any letter's code. */
  private static byte[] lowerCase(byte[] message, int end) {
    byte[] question = Arrays.copyOfRange(message, HEADER, end);
    for (int i = 0; i < question.length - 4; i++) {
      question[i] += (byte) (question[i] >= 'A' && question[i] <= 'Z' ? 32 : 0);
    }
    return question;
  }
}
