package dev.smtpscope.reference.tls;

import dev.smtpscope.facts.NamedGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** All registered groups of key exchanges, and the drafts of Kyber. */
public final class Groups {
  public static final int SECP256R1 = 0x0017;
  public static final int SECP384R1 = 0x0018;
  public static final int SECP521R1 = 0x0019;
  public static final int X25519 = 0x001D;
  public static final int X448 = 0x001E;
  public static final int SECP256R1_MLKEM768 = 0x11EB;
  public static final int X25519_MLKEM768 = 0x11EC;
  public static final int SECP384R1_MLKEM1024 = 0x11ED;

  private Groups() {}

  /** The group of a code; one that is not registered is named {@code 0x} and its digits. */
  public static NamedGroup named(int code) {
    return find(code)
        .map(GroupProperties::group)
        .orElseGet(() -> new NamedGroup(code, Table.unnamed(code), OptionalInt.empty()));
  }

  public static Optional<GroupProperties> find(int code) {
    return Optional.ofNullable(Lazy.GROUPS.get(code));
  }

  /** All groups in ascending order of their codes. */
  public static List<GroupProperties> all() {
    return List.copyOf(Lazy.GROUPS.values());
  }

  private static GroupProperties read(int code, List<String> row) {
    GroupKind kind = GroupKind.valueOf(row.get(2));
    int bits = Integer.parseInt(row.get(3));
    OptionalInt dhBits =
        kind == GroupKind.FINITE_FIELD ? OptionalInt.of(bits) : OptionalInt.empty();
    return new GroupProperties(new NamedGroup(code, row.get(1), dhBits), kind, bits);
  }

  private static final class Lazy {
    static final Map<Integer, GroupProperties> GROUPS = Table.load("groups.tsv", Groups::read);
  }
}
