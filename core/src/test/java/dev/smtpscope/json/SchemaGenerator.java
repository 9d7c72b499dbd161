package dev.smtpscope.json;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.target.HostName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JSON Schema of documents, read off the records. */
final class SchemaGenerator {
  private static final Map<Class<?>, Map<String, Object>> VALUES =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(int.class, Map.of("type", "integer")),
          Map.entry(Integer.class, Map.of("type", "integer")),
          Map.entry(long.class, Map.of("type", "integer")),
          Map.entry(OptionalInt.class, Map.of("type", "integer")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Duration.class, ordered("type", "number", "minimum", 0)),
          Map.entry(Instant.class, ordered("type", "string", "format", "date-time")),
          Map.entry(Bytes.class, ordered("type", "string", "contentEncoding", "base64")),
          Map.entry(InetAddress.class, described("an IPv4 or IPv6 address")),
          Map.entry(HostName.class, described("a host name in A-label form")),
          Map.entry(DnsName.class, described("a domain name as zone files write it")),
          Map.entry(X509Certificate.class, described("a certificate in PEM")));

  private final Map<String, Object> definitions = new TreeMap<>();

  Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A report of smtpscope");
    schema.put(
        "description",
        "Fields that are absent were not known. Later versions may add fields; ignore them.");
    schema.putAll(object(DocumentView.class));
    Map<String, Object> properties = new LinkedHashMap<>(child(schema, "properties"));
    properties.put("format", Map.of("const", ReportJson.FORMAT));
    properties.put("schema", Map.of("const", ReportJson.SCHEMA));
    schema.put("properties", properties);
    schema.put("$defs", definitions);
    return schema;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.getOrDefault(name, Map.of());
  }

  private Map<String, Object> of(Type type) {
    return switch (type) {
      case ParameterizedType generic -> container(generic);
      case Class<?> plain when VALUES.containsKey(plain) -> VALUES.getOrDefault(plain, Map.of());
      case Class<?> plain -> reference(plain);
      default -> throw new AssertionError(type);
    };
  }

  private Map<String, Object> container(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return of(arguments[0]);
    }
    return type.getRawType() == List.class
        ? ordered("type", "array", "items", of(arguments[0]))
        : ordered("type", "object", "additionalProperties", of(arguments[1]));
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, definition(type));
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private Map<String, Object> definition(Class<?> type) {
    if (type.isEnum()) {
      return Map.of(
          "enum",
          Stream.of(type.getEnumConstants()).map(c -> Names.constant((Enum<?>) c)).toList());
    }
    return type.isSealed()
        ? Map.of("oneOf", Arrays.stream(type.getPermittedSubclasses()).map(this::variant).toList())
        : object(type);
  }

  private Map<String, Object> variant(Class<?> type) {
    Map<String, Object> object = object(type);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("type", Map.of("const", Names.variant(type)));
    properties.putAll(child(object, "properties"));
    object.put("properties", properties);
    object.put(
        "required",
        Stream.concat(
                Stream.of("type"), ((List<?>) object.getOrDefault("required", List.of())).stream())
            .toList());
    return object;
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(name(component), of(component.getGenericType()));
    }
    List<String> required =
        Arrays.stream(type.getRecordComponents())
            .filter(c -> c.getType() != Optional.class && c.getType() != OptionalInt.class)
            .map(SchemaGenerator::name)
            .toList();
    Map<String, Object> object = ordered("type", "object", "properties", properties);
    object.put("required", required);
    return object;
  }

  private static String name(RecordComponent component) {
    return component.getName() + (component.getType() == Duration.class ? "Seconds" : "");
  }

  private static Map<String, Object> described(String description) {
    return ordered("type", "string", "description", description);
  }

  private static Map<String, Object> ordered(String a, Object x, String b, Object y) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    return map;
  }
}
