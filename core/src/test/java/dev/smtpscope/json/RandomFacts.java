package dev.smtpscope.json;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.target.HostName;
import dev.smtpscope.text.Visible;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Facts of every shape their types allow, the same for the same seed. */
final class RandomFacts {
  private final Random random;

  RandomFacts(long seed) {
    this.random = new Random(seed);
  }

  Facts facts() {
    return (Facts) value(Facts.class, "");
  }

  <T> T any(Class<T> type) {
    return type.cast(value(type, ""));
  }

  private Object value(Type type, String name) {
    return switch (type) {
      case ParameterizedType generic -> container(generic);
      case Class<?> plain -> plain(plain, name);
      default -> throw new AssertionError("no generator for " + type);
    };
  }

  private Object container(ParameterizedType type) {
    Type content = type.getActualTypeArguments()[0];
    if (type.getRawType() == Optional.class) {
      return random.nextBoolean() ? Optional.of(value(content, "")) : Optional.empty();
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(content, ""));
    }
    return list;
  }

  private Object plain(Class<?> type, String name) {
    if (type.isSealed() && type.isInterface() && type != InetAddress.class) {
      return value(pick(Arrays.asList(type.getPermittedSubclasses())), name);
    }
    if (type.isEnum()) {
      return pick(Arrays.asList(type.getEnumConstants()));
    }
    return switch (type.getSimpleName()) {
      case "Integer" -> random.nextInt(1000);
      case "int" -> name.equals("port") ? 1 + random.nextInt(65535) : random.nextInt(1000);
      case "long" -> random.nextLong();
      case "boolean" -> random.nextBoolean();
      case "String" -> text();
      case "OptionalInt" ->
          random.nextBoolean() ? OptionalInt.of(random.nextInt(9000)) : OptionalInt.empty();
      case "Instant" ->
          Instant.ofEpochSecond(
              random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
      case "Duration" ->
          Duration.ofSeconds(random.nextLong(100_000_000), random.nextInt(1_000_000_000));
      case "InetAddress" -> address();
      case "HostName" -> new HostName("h" + random.nextInt(99) + ".example.org");
      case "DnsName" -> DnsName.ofLabels(List.of("l" + text().hashCode(), "a.b\u0001"));
      case "Tlsa" -> new RecordData.Tlsa(3, 1, 1, HexFormat.of().formatHex(bytes()));
      case "Bytes" -> Bytes.of(bytes());
      case "Reply" -> new dev.smtpscope.facts.Reply(random.nextInt(1000), List.of(text(), text()));
      default -> record(type);
    };
  }

  private Object record(Class<?> type) {
    while (true) {
      try {
        return oneRecord(type);
      } catch (IllegalArgumentException e) {
        // these values don't go together; others will
      }
    }
  }

  private Object oneRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(c -> value(c.getGenericType(), c.getName())).toArray();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new LinkageError(type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private String text() {
    return Visible.of(bytes());
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(12)];
    random.nextBytes(bytes);
    return bytes;
  }

  private InetAddress address() {
    byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
