package dev.smtpscope.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShapedOutputTest {

  @Test
  void cutsOverSeveralWrites() throws Exception {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    List<Fault.End> ends = new ArrayList<>();
    try (ShapedOutput out = new ShapedOutput(wire, ends::add)) {
      out.shape(Shape.of(List.of(new Fault.Cut(At.HANDSHAKE, 4, Fault.End.HANG))));
      out.write(Replies.bytes("abc"));
      assertThat(ends).isEmpty();
      out.write(Replies.bytes("def"));
      out.write(Replies.bytes("ghi"));
    }
    assertThat(Replies.octets(wire.toByteArray())).isEqualTo("abcd");
    assertThat(ends).startsWith(Fault.End.HANG);
  }
}
