package dev.smtpscope.json;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.HostName;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The values that are written as one string or number. */
final class Values {
  private Values() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule();
    module.addDeserializer(String.class, new FromText<>(String.class, Texts::harmless));
    text(module, HostName.class, HostName::ascii, HostName::new);
    text(module, DnsName.class, DnsName::text, DnsName::new);
    text(module, Bytes.class, Bytes::base64, Texts::bytes);
    text(module, Instant.class, Instant::toString, Texts::instant);
    text(module, X509Certificate.class, Texts::pem, Texts::certificate);
    text(module, InetAddress.class, Addresses::text, Texts::address);
    module.addSerializer(new ToText<>(Inet4Address.class, Addresses::text));
    module.addSerializer(new ToText<>(Inet6Address.class, Addresses::text));
    module.addSerializer(new ToSeconds());
    module.addSerializer(new Raw());
    module.addSerializer(new CheckSerializer());
    module.addDeserializer(Duration.class, new FromSeconds());
    return module;
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(new ToText<>(type, write));
    module.addDeserializer(type, new FromText<>(type, read));
  }

  private static final class ToText<T> extends StdSerializer<T> {
    private final Function<T, String> write;

    ToText(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(write.apply(value));
    }
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final Function<String, T> read;

    FromText(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        throw new BadValue(in, "a text is expected");
      }
      try {
        return read.apply(in.getString());
      } catch (IllegalArgumentException e) {
        throw new BadValue(in, String.valueOf(e.getMessage()));
      }
    }
  }

  private static final class Raw extends StdSerializer<RawJson> {
    Raw() {
      super(RawJson.class);
    }

    @Override
    public void serialize(RawJson value, JsonGenerator out, SerializationContext context) {
      out.writeRawValue(value.text().strip());
    }
  }

  private static final class ToSeconds extends StdSerializer<Duration> {
    ToSeconds() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(Texts.seconds(value));
    }
  }

  private static final class FromSeconds extends StdDeserializer<Duration> {
    FromSeconds() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) {
      if (!in.currentToken().isNumeric()) {
        throw new BadValue(in, "a number of seconds is expected");
      }
      BigDecimal seconds = in.getDecimalValue();
      if (seconds.signum() < 0 || seconds.compareTo(Texts.LONGEST) > 0 || seconds.scale() > 9) {
        throw new BadValue(in, "seconds are 0 to " + Texts.LONGEST + ", at most 9 decimals");
      }
      return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
    }
  }
}
